import { plural } from './numbers'

/** Lists of who took part: by staff, by endorsers from outside, and before the students whom they name. */
export const roster = {
  page: 'Lists',
  heading: 'Who took part, listed by you.',
  note: 'Whoever you list decides whether it goes on their record. You are then asked about each, together on one page.',
  create: 'List who took part',
  empty: 'No lists yet',
  emptyNote: 'A list saves forty students from writing the same facts, and you from reading them forty times.',
  label: 'Your lists',
  listed: (people: number) => plural(people, { one: 'one person', other: '# people' }),
  confirmed: (confirmed: number, people: number) => `${confirmed} of ${people} made it theirs`,
  refused: (refused: number) => plural(refused, { one: 'one said it is not so', other: '# said it is not so' }),
  kept: (people: number) =>
    plural(people, {
      one: 'The list is kept. If they are with us, they hear of it today.',
      other: 'The list of # people is kept. Those who are with us hear of it today.',
    }),

  form: {
    title: 'List who took part',
    note: (institution: string) =>
      `For students of ${institution}. Each decides for themselves; whoever is not with us hears nothing.`,
    activity: 'What it was',
    organisation: 'Where, or with whom',
    role: 'What they were there',
    category: 'Kind of activity',
    first: 'First day',
    last: 'Last day',
    words: 'A word to them',
    people: 'Who took part, a line each',
    peopleHint: 'Name, mail address, time; then a role, where it is not the one above. Paste it from a table if you like.',
    example: 'Ana Duarte, ana@university.example, 12 h',
    send: 'Keep the list and tell them',
    back: 'Back',
  },

  listing: {
    page: 'You were listed',
    title: (by: string, title: string) => `${by} lists you for “${title}”.`,
    note: 'It goes on your record only if you say so.',
    organisation: 'Where, or with whom',
    role: 'Role',
    period: 'When',
    hours: 'Time',
    words: (by: string) => `${by} says`,
    days: 'The time stands on days for a start, eight hours on each at most. Correct it in the next step.',
    confirm: 'That is so: make it an activity of mine',
    refuse: 'No, that is not so',
    refused: 'You said that it is not so. If that was a slip, you can still make it an activity of yours.',
    confirmed: 'You made it an activity of yours.',
    open: 'Open it',
    somebody: 'Somebody',
  },

  task: {
    title: (by: string) => `${by} lists you`,
    note: (about: string, on: string) => `${about}, listed ${on}`,
    words: 'Make it an activity of yours if it is so. The facts are there already.',
    look: 'Look at it',
  },
}
