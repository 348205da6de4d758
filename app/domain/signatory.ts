import type { Day } from './day'

/** As printed: who signs for the institution, and as what. */
export interface Signatory {
  name: string
  role: string
}

/** With the days of office, the last one included; null while in office. */
export interface InOffice extends Signatory {
  id: string
  inOfficeFrom: Day
  inOfficeUntil: Day | null
}

/** There is room for two beside each other. */
export const MOST_SIGNATORIES = 2

type Term = Pick<InOffice, 'inOfficeFrom' | 'inOfficeUntil'>

const isInOffice = ({ inOfficeFrom, inOfficeUntil }: Term, day: Day) => inOfficeFrom <= day && (inOfficeUntil === null || day <= inOfficeUntil)

export const overlap = (one: Term, other: Term) =>
  (one.inOfficeUntil === null || other.inOfficeFrom <= one.inOfficeUntil) &&
  (other.inOfficeUntil === null || one.inOfficeFrom <= other.inOfficeUntil)

/** Whether there is a line for one more on every day of their term: it is fullest on a day on which a term begins. */
export function hasRoom(term: Term, others: readonly Term[]): boolean {
  const beside = others.filter(other => overlap(term, other))
  const days = [term, ...beside].map(({ inOfficeFrom }) => inOfficeFrom).filter(day => isInOffice(term, day))
  return days.every(day => beside.filter(other => isInOffice(other, day)).length < MOST_SIGNATORIES)
}
