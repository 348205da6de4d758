import { expect, test } from 'vitest'
import { Recent } from '~/lib/recent'

test('what is asked again is not made again, and what was not asked for longest goes first', () => {
  const recent = new Recent<string>(9)
  const made: string[] = []
  const ask = (question: string) => recent.get(question, () => (made.push(question), question.toUpperCase()))
  expect(['one', 'two', 'six', 'one', 'ten'].map(ask)).toEqual(['ONE', 'TWO', 'SIX', 'ONE', 'TEN'])
  expect(made).toEqual(['one', 'two', 'six', 'ten'])
  ask('one')
  ask('two')
  expect(made).toEqual(['one', 'two', 'six', 'ten', 'two'])
})

test('a question longer than all that is kept is answered, and keeps nothing', () => {
  const recent = new Recent<number>(9)
  let made = 0
  const ask = (question: string) => recent.get(question, () => ++made)
  ask('much too long')
  ask('much too long')
  ask('short')
  ask('short')
  expect(made).toBe(3)
})
