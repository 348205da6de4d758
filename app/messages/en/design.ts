import { capital, plural, spell } from './numbers'

/** The workshop where programmes are made. */
export const design = {
  page: 'Programme design',
  heading: (shown: number, isMore: boolean) => {
    if (isMore) return 'Your programmes, by title.'
    return shown === 0
      ? 'No programme is begun yet.'
      : `${capital(spell(shown))} ${plural(shown, { one: 'programme', other: 'programmes' })}, with every version.`
  },
  furtherHeading: 'Your programmes, further on.',
  below: 'Published versions never change. What comes next stands beside them as a draft, and a colleague publishes it.',
  empty: 'A programme says what its holder can do and what it takes. Begin with a title; the rest can wait.',
  label: 'Programmes',
  add: 'New programme',
  next: 'Show more',
  first: 'Back to the first',
  version: (number: number) => `Version ${number}`,
  withMaker: (who: string) => `with ${who}`,
  withSomebody: 'with whoever takes it up',
  waits: (who: string) => `waits for a colleague of ${who}`,
  waitsForSomebody: 'waits for a colleague',
  publishedOn: (day: string, who: string | null) => (who ? `${day}, by ${who}` : day),
  reviewBy: (day: string) => `to be looked at again by ${day}`,

  start: {
    title: 'What is it called?',
    note: 'Only a title, a level and a type to begin with. Nobody sees the draft but those who build programmes.',
    submit: 'Begin the draft',
    done: 'The draft is there. Write what its holder can do, then build what it takes.',
  },

  ways: {
    label: 'This programme',
    definition: 'Definition',
    requirement: 'What it takes',
    changes: 'What changes',
    languages: 'Languages',
    artwork: 'Artwork',
    partners: 'Partners',
    dryRun: 'Dry run',
  },

  standing: {
    draft: (who: string | null) =>
      `A draft${who ? ` by ${who}` : ''}. It changes nothing for anybody until a colleague publishes it.`,
    inReview: (who: string | null) =>
      who
        ? `${who} wrote it last. Somebody else reads it, and publishes it or sends it back.`
        : 'It waits for somebody to read it and to publish it or send it back.',
    published: 'It is published and never changes. The next version is made beside it.',
    retired: 'It is retired: nothing new is awarded, and what was awarded stays what it is.',
  },
  others: 'Other versions',
  save: 'Keep what is written',
  saved: 'It is kept.',
  workload: (hours: string, credits: string, least: string, most: string) =>
    `${hours} and ${credits} ECTS do not fit: by convention ${credits} stands for ${least} to ${most}. It can be published so; ` +
    'the basis of the credit should then say why.',
  acts: {
    title: 'What comes next',
    propose: 'Ask a colleague to publish it',
    proposeNote: 'It is checked first. From then on it can’t be changed until it comes back.',
    proposed: 'It waits for a colleague to publish it now.',
    publish: 'Publish it',
    publishNote: 'From then on it never changes. It takes the place of the version in force, where there is one.',
    published: 'It is published.',
    publishOwn: 'You made this version, so a colleague publishes it.',
    return: 'Send it back',
    returnNote: 'It becomes a draft again. Say in a comment what should change.',
    returned: 'It is a draft again.',
    revise: 'New version',
    reviseNote: 'A draft that says the same, to be changed. This one stays in force until the new one is published.',
    revised: 'The next version is a draft now.',
    retire: 'Retire it',
    retireNote: 'It leaves the catalogue and is not awarded any more. What was awarded stays.',
    retired: 'It is retired.',
  },

  meter: {
    title: 'European standard elements',
    counts: (mandatory: number, ofMandatory: number, optional: number, ofOptional: number) =>
      `${mandatory} of ${ofMandatory} mandatory, ${optional} of ${ofOptional} optional.`,
    saidBy: { programme: 'In the programme', institution: 'From the university', issue: 'Set at issue' },
    write: 'Write it',
    byOffice: 'The office that runs Vouch sets it for the whole university.',
    optional: 'optional',
    done: (count: number) =>
      plural(count, { one: 'The one that is complete', other: `The ${spell(count)} that are complete` }),
    notYet: 'What keeps it from being called a micro-credential',
    notNeeded: 'Only a micro-credential must state all of them. It is good to know them in any case.',
  },
  faults: {
    title: 'What keeps the requirement from being published',
    mend: 'Mend it where it is built',
    none: 'It can be met, contains no circle, and points at nothing retired.',
  },

  comments: {
    title: 'Comments',
    note: 'By colleagues and partners, on the whole or on one field. Nobody else reads them.',
    none: 'Nobody has said anything yet.',
    whole: 'On the whole',
    partner: (who: string, organisation: string) => `${who}, ${organisation}`,
    somebody: 'Somebody who has left',
    settle: 'Settled',
    settled: 'settled',
    about: 'On',
    text: 'What you have to say',
    submit: 'Add the comment',
    added: 'The comment is there.',
    didSettle: 'It is settled.',
  },

  changes: {
    title: (version: number, before: number) => `Version ${version}, beside version ${before}`,
    first: 'This is the first version, so there is nothing to compare it with.',
    same: 'It says the same as the version before it.',
    fields: 'What it says',
    artwork: 'How it looks',
    requirement: 'What it takes',
  },
}
