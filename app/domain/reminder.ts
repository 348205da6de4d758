const DAY = 24 * 60 * 60 * 1000

/** Days after the mail before: the 3rd, 7th and 14th after the first. A week later somebody else has to help. */
const WAITS = [3, 4, 7, 7]

export const REMINDERS = WAITS.length - 1

/** When whoever got a mail at that moment is to hear of it again, or others are told; null when all has been done. */
export function nextReminder(remindersSent: number, at: Date): Date | null {
  const days = WAITS[remindersSent]
  return days === undefined ? null : new Date(at.getTime() + days * DAY)
}
