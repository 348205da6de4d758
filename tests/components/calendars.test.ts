import { expect, test } from 'vitest'
import { along, axisOf, gridOf, yearsOn } from '~/components/calendar-axis'
import { heatOf, minutesByDay, monthsOf, weeksOf } from '~/components/heat-calendar'

test('a heat map begins on the Monday before the first day and ends with the week of the last', () => {
  const entries = [
    { day: '2026-01-03', minutes: 60 },
    { day: '2025-12-31', minutes: 30 },
    { day: '2026-01-05', minutes: 90 },
  ]
  const weeks = weeksOf(entries)
  expect(weeks).toEqual({ monday: '2025-12-29', count: 2 })
  expect(weeks && minutesByDay(entries, weeks)).toEqual([0, 0, 30, 0, 0, 60, 0, 90, 0, 0, 0, 0, 0, 0])
  expect(weeksOf([])).toBeUndefined()
})

test('entries on one day add up, across the change of the clocks too', () => {
  const entries = [
    { day: '2026-03-28', minutes: 60 },
    { day: '2026-03-30', minutes: 20 },
    { day: '2026-03-30', minutes: 25 },
  ]
  const weeks = weeksOf(entries)
  expect(weeks && minutesByDay(entries, weeks)[7]).toBe(45)
})

test('an hour is the lightest shade and everything over three hours the darkest', () => {
  expect([0, 1, 60, 61, 120, 180, 181, 1440].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 4, 4])
})

test('a month is named over the week it begins in, where the next and the edge leave room', () => {
  const weeks = { monday: '2025-09-29', count: 10 }
  expect(monthsOf(weeks).map(({ day, week }) => [day.slice(0, 7), week])).toEqual([
    ['2025-10', 0],
    ['2025-11', 4],
  ])
  expect(monthsOf({ ...weeks, count: 11 }).at(-1)?.day.slice(0, 7)).toBe('2025-12')
  expect(monthsOf({ ...weeks, count: 1 })).toHaveLength(1)
})

test('a timeline runs from the first of a month to the end of another', () => {
  const axis = axisOf(['2025-03-14', '2025-01-20', '2025-04-02'])
  const months = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01']
  expect(axis).toEqual({ from: '2025-01-01', days: 120, months })
  expect(along(axis, '2025-01-01')).toBe(0)
  expect(along(axis, '2025-05-01')).toBe(100)
  expect(gridOf(axis)).toEqual(months)
})

test('long timelines have fewer lines, and years are named where they begin', () => {
  const axis = axisOf(['2022-11-05', '2026-05-21'])
  expect(gridOf(axis).slice(0, 3)).toEqual(['2023-01-01', '2023-04-01', '2023-07-01'])
  expect(yearsOn(axis)).toEqual(['2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'])
  expect(yearsOn(axisOf(['2025-03-01', '2026-05-21']))).toEqual(['2025-03-01', '2026-01-01'])
})
