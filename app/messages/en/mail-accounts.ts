import type { Letter } from '../letter'
import { roles } from './roles'

interface Named {
  name: string
}

export const accountMail = {
  confirmAddress: ({ institution, url }: { institution: string; url: string }): Letter => ({
    subject: 'Set up your account',
    greeting: 'Hello,',
    paragraphs: [
      `Somebody, probably you, asked for an account at ${institution} with this address.`,
      'The page below asks for your name and a password. The link works once, within a day.',
    ],
    action: { words: 'Set up your account', url },
    after: ['If it was not you, leave this letter alone: without the link nothing happens.'],
  }),

  alreadyRegistered: ({
    name,
    signInUrl,
    forgottenUrl,
  }: Named & { signInUrl: string; forgottenUrl: string }): Letter => ({
    subject: 'You have an account already',
    greeting: `Dear ${name},`,
    paragraphs: [
      'Somebody, probably you, asked for a new account with this address. You have one already, so ' +
        'nothing was changed.',
    ],
    action: { words: 'Sign in', url: signInUrl },
    after: [`Forgotten your password? Choose a new one at ${forgottenUrl}`],
  }),

  invitation: ({
    name,
    institution,
    role,
    days,
    url,
  }: Named & { institution: string; role: string; days: number; url: string }): Letter => ({
    subject: `An account for you at ${institution}`,
    greeting: `Dear ${name},`,
    paragraphs: [
      `${institution} has an account waiting for you, as ${role}. Here students record what they do ` +
        'outside class, and whoever saw it confirms it.',
      `The page below asks for a password. The link works once, within ${days} days.`,
    ],
    action: { words: 'Accept the invitation', url },
  }),

  passwordReset: ({ name, url }: Named & { url: string }): Letter => ({
    subject: 'Choose a new password',
    greeting: `Dear ${name},`,
    paragraphs: [
      'Somebody, probably you, asked for a new password. The link works once, within an hour, and ends ' +
        'every session you have open.',
    ],
    action: { words: 'Choose a new password', url },
    after: ['If it was not you, leave this letter alone: your password stays as it is.'],
  }),

  passwordChanged: ({
    name,
    moment,
    forgottenUrl,
  }: Named & { moment: string; forgottenUrl: string }): Letter => ({
    subject: 'Your password was changed',
    greeting: `Dear ${name},`,
    paragraphs: [`Your password was changed on ${moment}, and every other session was ended.`],
    after: [`If it was not you, choose a new one at once: ${forgottenUrl}`],
  }),

  role: roles,
}
