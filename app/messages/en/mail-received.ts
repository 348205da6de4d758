import type { Letter } from '../letter'
import { list } from './numbers'

interface Told {
  name: string
  title: string
  url: string
}

const open = ({ url }: Told) => ({ words: 'Open the page', url })

/** Answers to what came in by mail, and what we add to it. */
export const receivedMail = {
  /** Says nothing about what it was: whoever reads this may have nothing to do with it. */
  stranger: (contact: string): Letter => ({
    subject: 'Your mail was not passed on',
    greeting: 'Hello,',
    paragraphs: [
      'You wrote to an address of ours that belongs to one letter, from another mailbox than the one the ' +
        'letter went to. We pass on only what comes from that mailbox, so nothing of your mail was kept.',
    ],
    after: [`Write again from there, or open the link in the letter. Questions: ${contact}.`],
  }),

  several: (told: Told): Letter => ({
    subject: 'Which student do you mean?',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      'You answered a letter about several requests, and what you say of one student is not for another to ' +
        'read. So your mail was not passed on, and nothing of it was kept.',
    ],
    action: { words: 'See all that waits for you', url: told.url },
    after: ['There you can write to each of them, confirm, or say that you are not the right person.'],
  }),

  refused: (told: Told & { why: string }): Letter => ({
    subject: 'Your mail was not passed on',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      `You answered our letter about “${told.title}”. ${told.why}`,
      'Nothing of your mail was kept.',
    ],
    action: open(told),
    after: ['The page says how it stands, and what you can still do there.'],
  }),

  filesNotKept: (told: Told & { files: readonly string[] }): Letter => ({
    subject: 'Your message is there, your files are not',
    greeting: `Dear ${told.name},`,
    paragraphs: [
      `Your words about “${told.title}” have been passed on. What was attached was not kept: ${list([
        ...told.files,
      ])}.`,
    ],
    action: open(told),
    after: ['Files of a student belong to the activity, where they are added as evidence.'],
  }),

  attached: (files: readonly string[]) => `(Attached, and not kept: ${list([...files])}.)`,
  empty: 'There were no words in it besides our own letter.',
  tooLong: (most: number) => `It is longer than the ${most} characters that a message here can have.`,
  tooMany: 'There were too many messages about this today.',
}
