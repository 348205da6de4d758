import { expect, test } from 'vitest'
import { parseMinutes } from '~/domain/minutes'
import { en } from '~/messages/en'
import { formatIn } from '~/messages/format'
import { messagesIn } from '~/messages/messages'

const now = new Date('2026-05-21T13:32:00Z')
const format = formatIn(en, 'Europe/London', now)

test('hours are told as people say them, from minutes', () => {
  const told = [0, 30, 90, 605, 2760, 96_720].map(format.hours)
  expect(told.map(each => each.replaceAll('\u00A0', ' '))).toEqual([
    '0 h',
    '30 min',
    '1 h 30',
    '10 h 05',
    '46 h',
    '1,612 h',
  ])
  for (const each of told) expect(each).not.toContain(' ')
  expect(told.slice(0, 5).map(parseMinutes)).toEqual([0, 30, 90, 605, 2760])
})

test('a day near us has a name, a far one its date, and another year its year', () => {
  const days = [
    '2026-05-21',
    '2026-05-20',
    '2026-05-19',
    '2026-05-15',
    '2026-05-14',
    '2025-12-31',
    '2026-06-03',
  ]
  expect(days.map(format.since)).toEqual([
    'since today',
    'since yesterday',
    'since Tuesday',
    'since Friday',
    'since 14 May',
    'since 31 December 2025',
    'since 3 June',
  ])
  expect(days.slice(0, 3).map(format.on)).toEqual(['today', 'yesterday', 'on Tuesday'])
})

test('a moment falls on the day it has where the institution is', () => {
  const lateInLondon = '2026-05-20T23:30:00Z'
  expect(format.dayOf(lateInLondon)).toBe('2026-05-21')
  expect(formatIn(en, 'UTC', now).dayOf(lateInLondon)).toBe('2026-05-20')
  expect(formatIn(en, 'Asia/Kathmandu', now).dayOf('2026-05-20T18:20:00Z')).toBe('2026-05-21')
  expect(formatIn(en, 'Asia/Kathmandu', now).dayOf('2026-05-20T18:10:00Z')).toBe('2026-05-20')
})

test('days, months, periods and moments are written out', () => {
  expect(format.day('2025-10-04')).toBe('4 October 2025')
  expect(format.weekday('2026-05-21')).toBe('Thursday, 21 May 2026')
  expect(format.period('2025-10-04', '2026-04-25')).toBe('4 October 2025 to 25 April 2026')
  expect(format.period('2025-10-04', '2025-10-04')).toBe('4 October 2025')
  expect(format.period('2025-10-04', null)).toBe('since 4 October 2025')
  expect(format.months('2025-10-04', '2025-10-30')).toBe('Oct 2025')
  expect(format.months('2025-10-04', '2026-03-01')).toBe('Oct 2025 to Mar 2026')
  expect(format.moment('2026-05-20T17:42:00Z')).toBe('20 May 2026, 18:42')
})

test('lists, sizes, shares and ages read as prose', () => {
  expect(format.list(['Ana', 'Ben', 'Chidi'])).toBe('Ana, Ben and Chidi')
  expect([900, 48_000, 3_140_000].map(format.size)).toEqual(['900 bytes', '48 kB', '3.1 MB'])
  expect(format.percent(0.61)).toBe('61%')
  expect(['2026-05-21', '2026-05-20', '2026-05-11'].map(format.age)).toEqual(['today', '1 day', '10 days'])
})

test('a language we do not speak is answered in English', () => {
  expect(messagesIn('tlh')).toBe(en)
  expect(messagesIn('constructor')).toBe(en)
})
