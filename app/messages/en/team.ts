import { plural } from './numbers'

/** Students who did something together. */
export const team = {
  page: 'Done together',
  title: (title: string) => `Who did “${title}” with you?`,
  note: 'Each logs it for themselves, in their own role, and is confirmed by themselves. Evidence can be shared.',
  open: 'Who did it with you',
  members: 'The team',
  alone: 'Nobody but you so far.',
  you: 'you',
  state: { joined: 'logs it too', asked: 'asked', refused: 'says they were not there' },
  ask: 'Ask somebody who did it too',
  address: 'Their university mail address',
  addressHint: 'They hear of it if they study here. You are not told who does.',
  send: 'Ask',
  asked: 'They hear of it today, if they study here.',
  share: 'Share evidence',
  shareNote:
    'A copy goes into the drafts of all others in the team, as long as half of their places are free. They can take ' +
    'it out again; yours stays yours.',
  give: (name: string) => `Give “${name}” to the team`,
  given: 'The others have it in their drafts now, where there was room.',
  count: (count: number) => plural(count, { one: 'one person', other: '# people' }),
  back: 'Back to the activity',

  invitation: {
    page: 'Done together',
    title: (by: string, title: string) => `${by} says you did “${title}” together.`,
    note: 'If so, log it for yourself: what it was and when is there already; your role and what it showed are yours to say.',
    organisation: 'Where, or with whom',
    period: 'When',
    undated: 'Not said yet',
    join: 'Yes: log it for me too',
    refuse: 'No, I was not there',
    refused: 'You said that you were not there. If that was a slip, you can still join.',
    joined: 'You log it too.',
    open: 'Open it',
  },

  task: {
    title: (by: string) => `${by} did something with you`,
    note: (about: string, on: string) => `${about}, asked ${on}`,
    words: 'Log it for yourself if you were there.',
    look: 'Look at it',
  },
}
