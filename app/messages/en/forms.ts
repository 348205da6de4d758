import { plural } from './numbers'

/** What is wrong with a field, and what to do about it. */
export const forms = {
  required: 'Fill this in.',
  choose: 'Choose one.',
  chooseOfList: 'Choose one of the list.',
  email: 'Write a mail address, such as name@university.example.',
  url: 'Write the whole address, with https://.',
  number: 'Write a number.',
  wholeNumber: 'Write a whole number.',
  atLeast: (minimum: string) => `Write ${minimum} or more.`,
  atMost: (maximum: string) => `Write ${maximum} or less.`,
  tooShort: (characters: number) =>
    plural(characters, { one: 'At least # character.', other: 'At least # characters.' }),
  tooLong: (characters: number) =>
    plural(characters, {
      one: 'At most # character. Shorten it.',
      other: 'At most # characters. Shorten it.',
    }),
  tooFew: (count: number) => plural(count, { one: 'At least one.', other: 'At least #.' }),
  tooMany: (count: number) => plural(count, { one: 'Only one.', other: 'At most #. Leave some out.' }),
  notLikeThis: 'This cannot be read. Write it another way.',
  tooOften: (minutes: number) =>
    plural(minutes, {
      one: 'Too many tries. Try again in a minute.',
      other: 'Too many tries. Try again in # minutes.',
    }),
  crowded:
    'Many photos came at once, so this one was not taken. Try again in a minute; what you typed is kept.',
  tooLongToRead: 'This is longer than any form here, so nothing was read. Go back, shorten it and send it again.',
  notOurs: 'This is not a form of ours, so nothing was done. Open the page again and fill it in there.',
  foreignHost: 'This demo answers under its own address only. Open it at localhost, or set PUBLIC_URL.',
  foreignOrigin:
    'This came from a page of another site, so nothing was done. Open the page here and try again.',
}
