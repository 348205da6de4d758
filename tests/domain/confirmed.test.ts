import { expect, test } from 'vitest'
import { leastConfirmed } from '~/domain/confirmed'

const claimed = { role: 'President', activityStartDate: '2026-01-01', activityEndDate: '2026-06-30' }
const eleni = { confirmedRole: 'Member', confirmedMinutes: 600, confirmedStart: '2026-02-01', confirmedEnd: '2026-06-30' }
const ben = { confirmedRole: 'President', confirmedMinutes: 480, confirmedStart: '2026-01-01', confirmedEnd: '2026-05-31' }

test('rule 3: of what several confirm the least stands: minutes, days', () => {
  expect(leastConfirmed([eleni, ben], claimed)).toEqual({
    role: 'President', activityStartDate: '2026-02-01', activityEndDate: '2026-05-31', minutes: 480,
  })
})

test('a role that nobody confirmed as claimed stands as it was corrected', () => {
  expect(leastConfirmed([eleni], claimed).role).toBe('Member')
})

test('what goes on has no last day, and days without any in common are those of the first who confirmed', () => {
  expect(leastConfirmed([{ ...eleni, confirmedEnd: null }], claimed).activityEndDate).toBeNull()
  const apart = { ...ben, confirmedStart: '2026-01-01', confirmedEnd: '2026-01-15' }
  expect(leastConfirmed([eleni, apart], claimed)).toMatchObject({ activityStartDate: '2026-02-01', activityEndDate: '2026-06-30' })
})

test('with no confirmation nothing counts', () => {
  expect(leastConfirmed([], claimed)).toEqual({ ...claimed, minutes: 0 })
})
