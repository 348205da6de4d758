const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Where an administrator says when no mail of our own accord leaves. */
export const quietEditor = {
  title: 'Quiet hours',
  note: 'Reminders and digests wait until they are over. What somebody does here, and what they wait for, leaves at once.',
  now: (from: number | null, until: number | null) =>
    from === null || until === null
      ? 'Mail may leave at any time.'
      : `No reminder leaves between ${clock(from)} and ${clock(until)}.`,
  where: (timeZone: string) => `By the clock of ${timeZone}.`,
  change: 'Change the quiet hours',
  from: 'From',
  until: 'Until',
  untilHint: 'Earlier than the first means the next morning.',
  none: 'No quiet hours',
  clock,
  save: 'Keep these hours',
  saved: 'They hold from the next reminder.',
  both: 'Say both, or neither.',
  same: 'From and until are the same. Choose another hour, or none at all.',
  meanwhile: 'Somebody changed the quiet hours in the meantime. Open the page again to see them.',
}
