import type { Stop } from '~/domain/pathway'

const all = new Intl.ListFormat('en', { type: 'conjunction' })

/** Programmes that build on each other, with the reader's place among them. */
export const pathway = {
  title: 'How they build on each other',
  note: 'From the left to the right; what you hold below counts above.',
  here: 'Where it stands',
  hereNote: 'What it builds on, and what builds on it.',
  label: 'Programmes that build on each other, the first ones first',
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  buildsOn: (titles: readonly string[]) => `Builds on ${all.format(titles)}`,
  this: 'This one',
  state: {
    held: 'You hold it',
    offered: 'Offered to you',
    met: 'All of it is there',
    begun: 'On the way',
    open: 'Not begun',
  } satisfies Record<Stop['state'], string>,
}

/** What else somebody could do, and why. */
export const suggestions = {
  title: 'You could also',
  note: 'Open in the catalogue, and it would bring this nearer.',
  completes: 'Would complete it:',
  helps: 'Would help with',
}
