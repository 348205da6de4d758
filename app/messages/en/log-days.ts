import { plural } from './numbers'

/** Days brought from a calendar or a table. */
export const days = {
  page: 'Bring the days',
  title: 'Bring the days from a calendar or a table',
  note: 'You choose which of them count. The file itself is not kept.',
  bring: 'Bring days from a calendar or a table',
  file: 'File',
  fileHint: 'A calendar (.ics), or a table (.csv) with a day and a time in each line. At most 1 MB.',
  containing: 'Only what contains these words',
  containingHint: 'Such as the name of the club, where a calendar holds other things too.',
  read: 'Look into the file',
  noFile: 'Choose a file.',
  tooLarge: 'This file is larger than 1 MB. Export the time in question alone.',
  none: (outside: number, untimed: number) =>
    `Nothing in this file fits between the first and the last day.${left(outside, untimed)}`,
  found: (count: number) => plural(count, { one: 'One day was found', other: '# days were found' }),
  left: (outside: number, untimed: number) => `Take the tick away from what does not belong here.${left(outside, untimed)}`,
  add: 'Add these days',
}

function left(outside: number, untimed: number) {
  const words = [
    outside > 0 && plural(outside, { one: 'one entry is on another day', other: '# entries are on other days' }),
    untimed > 0 && plural(untimed, { one: 'one tells no hours', other: '# tell no hours' }),
  ].filter(Boolean)
  return words.length > 0 ? ` Left out: ${words.join(', ')}.` : ''
}
