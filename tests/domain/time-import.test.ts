import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeActivity } from '~/domain/activity.server'
import { readCalendar } from '~/domain/calendar-times.server'
import { findDraft } from '~/domain/draft.server'
import { readTable } from '~/domain/table-times.server'
import { entryFrom, entryText } from '~/domain/time-import'
import { addTimes, readTimes } from '~/domain/time-import.server'
import { draftedActivity, openScene, type Scene } from '../story'

const span = { from: '2026-03-01', to: '2026-03-31', timeZone: 'Europe/Lisbon' }

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...events.flatMap(event => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n')

describe('a calendar', () => {
  test('every repetition is a day, an exception has its own hours, and what was cancelled is none', () => {
    const text = calendar(
      'UID:a\nDTSTART:20260307T090000Z\nDTEND:20260307T103000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260314T090000Z\nSUMMARY:Food bank',
      'UID:a\nRECURRENCE-ID:20260321T090000Z\nDTSTART:20260321T090000Z\nDTEND:20260321T110000Z\nSUMMARY:Food bank, long',
      'UID:b\nDTSTART:20260309T090000Z\nDTEND:20260309T100000Z\nSTATUS:CANCELLED\nSUMMARY:Meeting',
    )
    expect(readCalendar(text, span)).toEqual({
      entries: [
        { day: '2026-03-07', minutes: 90, note: 'Food bank' },
        { day: '2026-03-21', minutes: 120, note: 'Food bank, long' },
        { day: '2026-03-28', minutes: 90, note: 'Food bank' },
      ],
      outside: 0, untimed: 0,
    })
  })

  test('a day is the institution’s: late in Auckland is the morning in Lisbon; a time without a zone is meant here', () => {
    const text = calendar(
      'UID:a\nDTSTART:20260308T223000Z\nDTEND:20260308T233000Z\nSUMMARY:a',
      'UID:b\nDTSTART:20260309T233000\nDURATION:PT45M\nSUMMARY:b',
    )
    expect(readCalendar(text, { ...span, timeZone: 'Pacific/Auckland' }).entries.map(({ day, minutes }) => [day, minutes])).toEqual([
      ['2026-03-09', 60], ['2026-03-09', 45],
    ])
  })

  test('whole days tell no hours, other months are left out, and both are counted', () => {
    const text = calendar(
      'UID:a\nDTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260311\nSUMMARY:Camp',
      'UID:b\nDTSTART:20260401T090000Z\nDTEND:20260401T100000Z\nSUMMARY:April',
      'UID:c\nDTSTART:20260228T090000Z\nDTEND:20260228T100000Z\nSUMMARY:February',
    )
    expect(readCalendar(text, span)).toEqual({ entries: [], outside: 2, untimed: 1 })
  })

  test('a rule that repeats every second for years is refused, and what is no calendar as well', () => {
    const text = calendar('UID:a\nDTSTART:20200101T000000Z\nDTEND:20200101T000001Z\nRRULE:FREQ=SECONDLY\nSUMMARY:x')
    expect(() => readCalendar(text, span)).toThrow('repeats more often than we can read')
    expect(() => readCalendar('BEGIN:VCALENDAR\r\nnonsense', span)).toThrow('cannot be read')
  })
})

describe('a table', () => {
  test('its columns are found by their headings in any order, with any of the usual marks between them', () => {
    const entries = [{ day: '2026-03-14', minutes: 90, note: 'Sorting, packing' }, { day: '2026-03-21', minutes: 135, note: '' }]
    expect(readTable('What,Date,Hours\n"Sorting, packing",2026-03-14,1.5\n,2026-03-21,2:15\n', span).entries).toEqual(entries)
    expect(readTable('Datum;Zeit;Notiz\n14.03.2026;1,5;Sorting, packing\n21.03.2026;2 h 15;', span).entries).toEqual(entries)
    expect(readTable('date\tminutes\tnote\n3/14/2026\t90\tSorting, packing\n3/21/2026\t135\t', span).entries).toEqual(entries)
  })

  test('without headings the day comes first, the time second, the words third', () => {
    expect(readTable('2026-03-14,1:30,Sorting', span).entries).toEqual([{ day: '2026-03-14', minutes: 90, note: 'Sorting' }])
  })

  test('a line without a day is named, and days that could be months are not guessed', () => {
    expect(() => readTable('Date,Hours\n2026-03-14,1\nyesterday,2', span)).toThrow('Line 3 has no day that we can read: “yesterday”')
    expect(() => readTable('Date,Hours\n3/4/2026,1\n5/6/2026,2', span)).toThrow('We cannot tell days from months')
  })
})

describe('brought into a draft', () => {
  let scene: Scene
  const folder = mkdtempSync(join(tmpdir(), 'times-'))
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const file = (text: string) => {
    const path = join(folder, `${text.length}`)
    writeFileSync(path, text)
    return { path }
  }

  test('only what contains the words is shown; what stands there already is not written twice, and the sum is right', async () => {
    const told = await draftedActivity(scene)
    await timeActivity(told.student, told, {
      activityStartDate: '2026-03-01', activityEndDate: '2026-03-31', isOngoing: false,
      timeEntries: [{ day: '2026-03-14', minutes: 90, note: 'Sorting' }],
    })
    const draft = await findDraft(told.student, told.id)
    const brought = await readTimes(draft, file('Date,Hours,What\n2026-03-14,1.5,Sorting\n2026-03-21,2,SÓRTING again\n2026-03-22,2,Dentist'), { containing: 'sorting' })
    expect(brought.entries.map(({ note }) => note)).toEqual(['SÓRTING again', 'Sorting'])
    await addTimes(told.student, told, brought.entries.map(entry => entryFrom(entryText(entry))))
    const { timeEntries, minutes } = await findDraft(told.student, told.id)
    expect(timeEntries.map(({ day, minutes: each }) => [day, each])).toEqual([['2026-03-21', 120], ['2026-03-14', 90]])
    expect(minutes).toBe(210)
  })

  test('a day has 24 hours, also when some of them were brought; nothing outside the draft’s days comes in', async () => {
    const told = await draftedActivity(scene)
    await timeActivity(told.student, told, {
      activityStartDate: '2026-03-01', activityEndDate: '2026-03-31', isOngoing: false,
      timeEntries: [{ day: '2026-03-14', minutes: 900, note: '' }],
    })
    await expect(addTimes(told.student, told, [{ day: '2026-03-14', minutes: 600, note: 'x' }])).rejects.toThrow('more than 24 hours')
    await expect(addTimes(told.student, told, [{ day: '2026-04-14', minutes: 60, note: 'x' }])).rejects.toThrow('Bring the days again')
    expect((await findDraft(told.student, told.id)).minutes).toBe(900)
  })
})
