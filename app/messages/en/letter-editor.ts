import type { EditableLetter, Place } from '~/domain/letter-template'
import { list } from './numbers'

/** Where an administrator words the letters that go to whoever is asked. */
export const letterEditor = {
  title: 'Words of a letter',
  section: 'Words of letters',
  note: 'To whoever is asked. What is asked, links, privacy and “do not ask me again” are always in them.',
  letters: {
    'endorsement-request': 'Invitation',
    'reminder': 'Reminder',
    'endorsement-receipt': 'Receipt',
  } satisfies Record<EditableLetter, string>,
  about: {
    'endorsement-request': 'The first letter to somebody who is asked to confirm an activity.',
    'reminder': 'When a student, or we of our own accord, ask once more about one activity.',
    'endorsement-receipt': 'The copy of what somebody confirmed, with the signed record.',
  } satisfies Record<EditableLetter, string>,
  ours: 'In our words',
  changed: (on: string) => `In your words, changed ${on}`,
  back: 'Letters',
  edit: 'Change the words',

  subject: 'Subject',
  subjectHint: 'Only {institution} can stand in it: others may read it along.',
  body: 'Letter',
  bodyHint:
    'An empty line begins a new paragraph; the first is the greeting. {link} stands in a paragraph of its own and becomes the button.',
  places: 'What is filled in',
  place: {
    student: 'first name and initial; in the receipt the whole name',
    activity: 'what the activity is called',
    endorser: 'whom the letter goes to',
    institution: 'the name of the institution',
    period: 'from when to when',
    until: 'the last day on which the link works',
    link: 'the button to the page',
  } satisfies Record<Place, string>,

  save: 'Use these words',
  preview: 'Preview',
  asPage: 'Preview as a page',
  restore: 'Back to our words',
  restoreNote: 'What you wrote is not kept.',
  saved: 'The next letter has these words.',
  restored: 'The next letter has our words again.',
  previewTitle: 'As text',
  previewNote:
    'With names that stand for others. What you wrote, and below and between it what is always there.',

  writeSubject: 'Write a subject.',
  writeBody: 'Write the letter.',
  oneLine: 'A subject is one line.',
  notInSubject: (found: readonly string[]) =>
    `In a subject only {institution} can be filled in, not ${list([...found])}.`,
  unknown: (found: readonly string[]) =>
    `Nothing can be filled in for ${list([...found])}. The list below says what can.`,
  link: {
    missing: 'The letter needs {link}, in a paragraph of its own: without it nobody can answer.',
    first: 'Begin with a greeting, and put {link} below it.',
    twice: 'The link can stand in the letter once only.',
    notAlone: 'Put {link} in a paragraph of its own, with an empty line above and below.',
  },
  meanwhile: 'Somebody changed these words in the meantime. Open the page again to see them.',

  demo: {
    student: 'Ana D.',
    wholeStudent: 'Ana Duarte',
    activity: 'Saturday shifts',
    endorser: 'Eleni Papadaki',
    message: 'Dear Eleni, could you say what you saw on Saturdays?',
    role: 'Shift lead',
    competency: 'Collaboration',
    level: 'Independent',
    statement: 'She led the floor every Saturday and nobody was left standing.',
  },
}
