import { plural } from './numbers'
import { roles } from './roles'

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Words of everything before and around a session. */
export const signIn = {
  title: 'Sign in',
  intro: (institution: string) =>
    `For students and staff of ${institution}, and for graduates who kept their records.`,
  address: 'Your mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten your password?',
  signUp: 'Open an account',
  endorsers: 'Asked to endorse somebody? Use the link in your mail, no account needed.',
  verify: 'Verify a credential',
  ended: 'Your session has ended. What you wrote is kept on this page: sign in and send it.',
  withoutFiles: 'Files cannot be kept; choose them again afterwards.',
  tooLong:
    'Your session has ended, and what you sent was too large to keep here. Go back in your browser ' +
      'once you are signed in.',
  demo: {
    title: 'Look around as somebody of the demo',
    password: 'The password of all of them is vouch-demo.',
  },

  kept: {
    title: 'You are back',
    asWhom: (name: string) =>
      `Signed in as ${name}. What you wrote before your session ended is still here and has not been sent.`,
    submit: 'Send it now',
    leave: 'Leave it and go to the page',
    show: 'What you wrote',
  },

  up: {
    title: 'Open an account',
    intro: (domains: string[]) =>
      `With your university address, ending in ${anyOf.format(
        domains,
      )}. With any other you need an invitation.`,
    address: 'Your university address',
    submit: 'Send me a letter',
    haveOne: 'I have an account',
    asked: 'Look into your mail',
    askedNote: (hours: number) =>
      `If the address is right, a letter is on its way. Its link works once, for ${plural(hours, {
        one: '# hour',
        other: '# hours',
      })}. You can close this page.`,
  },

  roles,

  account: {
    confirm: 'Set up your account',
    confirmIntro: (address: string) => `For ${address}.`,
    invited: (institution: string) => `Welcome to ${institution}`,
    invitedIntro: (address: string, role: string) => `Your account for ${address}, as ${role}.`,
    officialName: 'Your name, as the university knows it',
    officialNameHint: 'As it should stand on documents. Any script.',
    usedName: 'The name you go by',
    usedNameHint: 'Where others see you here. Empty means the same name.',
    password: 'A password',
    passwordHint: 'At least ten characters. A few words that only you would put together are good ones.',
    submit: 'Open my account',
  },

  over: {
    title: 'This link no longer works',
    note: 'It was used already, or has run out. Nothing was changed.',
    again: 'Ask for a new one',
  },

  reset: {
    title: 'Choose a new password',
    ask: 'Write your address, and we send a letter with a link there.',
    submitAsk: 'Send me the link',
    asked: 'Look into your mail',
    askedNote:
      'If somebody has an account with this address, a letter is on its way. Its link works once, ' +
        'within an hour.',
    intro: (address: string) => `For ${address}. Every open session ends.`,
    password: 'New password',
    submit: 'Keep this password',
    back: 'Back to sign-in',
  },
}
