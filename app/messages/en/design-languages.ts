import { plural } from './numbers'

/** Where designers say a programme in other languages than the university's. */
export const designLanguages = {
  page: (title: string) => `${title}: languages`,
  title: 'In other languages',
  note: 'Whoever’s browser asks for one of them reads it so in the catalogue. Credentials are signed in the language of the university.',
  count: (count: number) => plural(count, { one: 'In one other language.', other: 'In # other languages.' }),
  none: 'Only in the language of the university so far.',
  choose: 'Language',
  begin: 'Write in it',
  in: (language: string) => `In ${language}`,
  original: (words: string) => `Now: ${words}`,
  empty: 'Where a line is empty, the language of the university stands in its place.',
  submit: 'Keep this language',
  kept: 'It is kept.',
  fixed: 'It can only be changed in a draft.',
}
