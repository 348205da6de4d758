import { expect, test } from 'vitest'
import { parseMinutes } from '~/domain/minutes'
import { wordsIn } from '~/messages/messages'

test.each([
  ['1 h 30', 90], ['1h30', 90], ['1 H 30 min', 90], ['1:30', 90], ['90 min', 90], ['90m', 90], ['1.5', 90], ['1,5', 90],
  [' 1.5 h ', 90], ['2', 120], ['2 hours', 120], ['1 hour', 60], ['.5', 30], ['0:45', 45], ['1 h 05', 65], ['１：３０', 90],
  ['1\u00a0h\u00a030', 90], ['24', 1440], ['0', 0], ['0.01', 1],
])('%j is %i minutes', (typed, minutes) => expect(parseMinutes(typed)).toBe(minutes))

test.each(['', 'h', '1:75', '1 h 60', '-1', '1.5.5', 'an hour', '1:30:00', '90 s', '1e3', '٣', '0x10', '9'.repeat(40)])(
  '%j is no stretch of time',
  typed => expect(parseMinutes(typed)).toBeNull(),
)

test('what a page shows can be typed back', () => {
  const { format } = wordsIn('en', 'Europe/Dublin', new Date())
  for (const minutes of [1, 45, 60, 65, 90, 125, 1440]) expect(parseMinutes(format.hours(minutes))).toBe(minutes)
})
