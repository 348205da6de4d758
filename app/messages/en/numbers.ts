import { pluralIn } from '../plural'

export const plural = pluralIn('en-GB')

const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "a, b and c". */
export const list = (names: string[]) => lists.format(names)

const small = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Up to twelve in words, as English prose wants it: `spell(9)` is "nine", `spell(13)` is "13". */
export const spell = (count: number) => small[count] ?? plural(count, { other: '#' })

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
