import type { Words } from '~/messages/messages'
import type { PaperWords } from '~/messages/papers'
import type { Sheet, SheetActivity, SheetEndorser } from './credential'

/** A sheet in sentences, for the signed document and for every page and paper about it. */

type PaperElements = { messages: Pick<PaperWords['messages'], 'issuing' | 'programme'>; format: PaperWords['format'] }

export interface Term {
  term: string
  meaning: string
}

/** The European standard elements that are not a heading of their own. */
export function elementsOf(
  { programme, issuer }: Pick<Sheet, 'programme' | 'issuer'>, { messages, format }: PaperElements,
): Term[] {
  const { elements, levelOf, workload } = messages.issuing
  const { eqfLevel, eqfBasis, creditBasis } = programme
  const credits = programme.credits === null ? null : format.number(programme.credits)
  const terms = {
    [elements.awardingBody]: `${issuer.legalName}, ${issuer.office}`,
    [elements.country]: format.country(issuer.country),
    [elements.level]: levelOf(messages.programme.level[programme.level], eqfLevel, eqfBasis),
    [elements.workload]: workload(format.hours(programme.workloadMinutes), credits, creditBasis),
    [elements.assessment]: programme.assessmentType,
    [elements.assessor]: programme.assessor,
    [elements.participation]: programme.participation,
    [elements.qualityAssurance]: programme.qualityAssurance,
    [elements.supervision]: programme.supervision,
    [elements.prerequisites]: programme.prerequisites,
    [elements.leadsTo]: programme.leadsTo,
    [elements.contact]: programme.contact,
  }
  const all = Object.entries(terms).map(([term, meaning]) => ({ term, meaning }))
  return all.filter(({ meaning }) => meaning !== '')
}

/** What was done and at what scale, in one sentence. */
export function scaleOf(sheet: Sheet, { messages, format }: Words): string {
  const { from, to } = periodOf(sheet)
  return messages.issuing.scale(format.hours(sheet.minutes), sheet.activities.length, format.months(from, to))
}

/** From the first day to the last; without a last while something goes on. */
export function periodOf({ activities }: Sheet): { from: string; to: string | null } {
  const from = activities.map(activity => activity.from).sort()[0] ?? ''
  const ends = activities.map(activity => activity.to)
  return { from, to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) }
}

export function activitySentences(activity: SheetActivity, endorsers: SheetEndorser[], words: Words): string {
  const { messages: { issuing, endorsement }, format } = words
  const { role, organisation, from, to, minutes, evidence } = activity
  const standing = [role, organisation].filter(Boolean).join(', ')
  const sentences = [
    issuing.activity(standing, format.months(from, to), format.hours(minutes)),
    ...endorsers.map(each => issuing.confirmedBy(whoIs(each, words), endorsement.assurance[each.assurance])),
  ]
  if (evidence.length > 0) sentences.push(issuing.evidence(format.list(evidence)))
  return sentences.join(' ')
}

/** "Ben Ortiz, Treasurer, Debating Society", or as much of it as may be told. */
function whoIs({ name, roleTitle, organisation }: SheetEndorser, { messages }: Words): string {
  return [name, roleTitle, organisation].filter(Boolean).join(', ') || messages.issuing.somebody
}
