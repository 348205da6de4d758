import { DAY, later } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { REMINDER_DAYS } from './award'
import { cancelNotification, type Notification, type Queued } from './notification.server'

type Notice = Notification & Queued

/** With the address to write to first, if there is any. */
interface Addressed {
  addresses: readonly { address: string }[]
}

interface Offered {
  id: string
  lapsesAt: Date
  student: Addressed
}

/** The offer, and a reminder before it lapses. */
export function offerNotices({ id, lapsesAt, student: { addresses: [primary] } }: Offered): Notice[] {
  if (!primary) return []
  const about = { to: primary.address, params: { awardId: id }, subjectId: id }
  const runAt = later(lapsesAt, -REMINDER_DAYS * DAY)
  return [
    { template: 'award-offered', ...about, dedupeKey: `award-offered:${id}` },
    { template: 'award-reminder', ...about, dedupeKey: reminderKey(id), runAt },
  ]
}

export function issuedNotices({ addresses: [primary] }: Addressed, credentialId: string): Notice[] {
  if (!primary) return []
  const about = { to: primary.address, params: { credentialId }, subjectId: credentialId }
  return [{ template: 'credential-issued', ...about, dedupeKey: `issued:${credentialId}` }]
}

/** The student answered: nobody needs to be reminded. */
export function cancelReminder(tx: Tx, awardId: string) {
  return cancelNotification(tx, reminderKey(awardId))
}

function reminderKey(awardId: string) {
  return `award-reminder:${awardId}`
}
