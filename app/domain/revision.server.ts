import { createHash } from 'node:crypto'
import type { RevisionFacts } from './revision'

/** A revision as it is stored: the facts as the text that its hash is of, and beside it what tallies read. */
export function frozen(facts: RevisionFacts) {
  const {
    activityId, number, category, title, organisation, role, activityStartDate, activityEndDate,
    isPaid, isCreditBearing, isMandatory, minutes,
  } = facts
  const text = JSON.stringify(facts)
  return {
    activityId, number, category, title, organisation, role, activityStartDate, activityEndDate,
    isPaid, isCreditBearing, isMandatory, minutes,
    hasReflection: Object.values(facts.reflection).some(words => words.trim() !== ''),
    facts: text,
    hash: createHash('sha256').update(text).digest('hex'),
  }
}
