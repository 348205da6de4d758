/** What the record of an activity tells its student, by the name its event has in the audit chain. */
export const told = {
  'activity.logged': 'logged',
  'activity.continued': 'continued',
  'activity.edited': 'edited',
  'evidence.added': 'edited',
  'evidence.removed': 'edited',
  'activity.submitted': 'submitted',
  'activity.withdrawn': 'withdrawn',
  'activity.revised': 'revised',
  'activity.restored': 'restored',
  'request.code-entered': 'begun',
  'request.added': 'added',
  'request.asked': 'wondered',
  'request.told': 'told',
  'request.handed-over': 'passedOn',
  'request.suggestion-left': 'suggestionLeft',
  'request.reminded': 'reminded',
  'request.undeliverable': 'undeliverable',
  'request.expired': 'expired',
  'request.returned': 'asked',
  'request.declined': 'refused',
  'activity.endorsed': 'endorsed',
  'endorsement.amended': 'amended',
  'endorsement.withdrawn': 'takenBack',
  'activity.confirmed-in-writing': 'written',
  'activity.approved': 'approved',
  'activity.approval-undone': 'reopened',
  'activity.returned': 'returned',
  'activity.declined': 'declined',
  'activity.rescinded': 'rescinded',
  'appeal.opened': 'appealed',
  'appeal.withdrawn': 'appealDropped',
  'appeal.upheld': 'appealUpheld',
  'appeal.dismissed': 'appealDismissed',
} as const

type Deed = (typeof told)[keyof typeof told]

export interface HistoryLine {
  key: number
  at: Date
  deed: Deed
  /** Whoever did it, where that is not the student; or whom it is about. */
  who: string | null
  version: number | null
}

export function deedOf(action: string): Deed | null {
  return Object.hasOwn(told, action) ? told[action as keyof typeof told] : null // just looked up
}

/** Edits in a row are one line, at the time of the last. Lines come newest first. */
export function withoutRepeats(lines: readonly HistoryLine[]): HistoryLine[] {
  return lines.filter(({ deed }, at) => deed !== 'edited' || lines[at - 1]?.deed !== 'edited')
}
