import type { Words } from '~/messages/messages'
import type { Assurance } from './endorsement'

/** What one approved activity gives for a CV and an interview. */
export interface CvActivity {
  id: string
  title: string
  shown: { competency: string; sentence: string }[]
  /** The student’s own words, part by part as an interviewer asks; empty where there are none. */
  reflection: { part: ReflectionPart; words: string }[]
  evidence: string[]
}

export const reflectionParts = ['situation', 'task', 'action', 'result', 'learning'] as const
export type ReflectionPart = (typeof reflectionParts)[number]

export interface ConfirmedFact {
  role: string
  title: string
  organisation: string
  from: string
  to: string | null
  minutes: number
  competency: string
  level: { name: string; position: number; of: number }
  descriptor: string
  /** Who saw it at that level, as they agreed to be named. */
  by: { name: string | null; roleTitle: string; organisation: string; assurance: Assurance }[]
}

/** In the first person, and of what is on record alone. */
export function cvSentence(fact: ConfirmedFact, { messages: { cv, endorsement, issuing }, format }: Words): string {
  const done = [...new Set([fact.role || fact.title, fact.organisation])].filter(Boolean).join(', ')
  const { name, position, of } = fact.level
  const who = fact.by.map(each => {
    const named = [each.name, each.roleTitle, each.organisation].filter(Boolean).join(', ') || issuing.somebody
    return `${named} (${endorsement.assurance[each.assurance]})`
  })
  return [
    cv.sentence(done, format.months(fact.from, fact.to), format.hours(fact.minutes)),
    cv.shown(fact.competency, name, position, of, fact.descriptor),
    cv.confirmed(format.list(who)),
  ].join(' ')
}
