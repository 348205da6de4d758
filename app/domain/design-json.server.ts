import type { z } from 'zod'
import { sentenceFor } from '~/lib/form-sentences.server'
import { Refusal } from '~/lib/refusal'
import { designForms } from '~/messages/en/design-forms'
import { MOST_DEEP } from './design-parts'
import type { Requirement } from './requirement'
import { RequirementSchema } from './requirement.server'

const says = designForms.json
const MOST_PARTS = 100
/** A group is an object and a list, and a part has lists of its own. */
const MOST_LEVELS = 2 * MOST_DEEP + 3

/**
 * A requirement that somebody wrote as JSON.
 *
 * @throws Refusal with the part and the reason
 */
export function parseRequirement(text: string): Requirement {
  const json = parse(text)
  refuseLarge(json)
  const checked = RequirementSchema.safeParse(json, { error: sentenceFor })
  if (checked.success) return checked.data
  throw new Refusal(sentenceOf(checked.error), 'json')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(brokenWords(text, error instanceof Error ? error.message : ''), 'json')
  }
}

/** What reads JSON tells a position, or a stretch of the text about what it could not read. */
function brokenWords(text: string, message: string) {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position) return says.brokenAt(text.slice(0, Number(position)).split('\n').length)
  const near = /"(?:\.{3})?(.+?)(?:\.{3})?" is not valid JSON$/s.exec(message)?.[1]
  return near ? says.brokenNear(near) : says.broken
}

/** By a list of what is still to be looked at: what is nested too deep must not exhaust the stack that finds it. */
function refuseLarge(json: unknown) {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 1 }]
  let parts = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > MOST_LEVELS) throw new Refusal(says.tooDeep(MOST_DEEP), 'json')
    parts += 'kind' in value ? 1 : 0
    if (parts > MOST_PARTS) throw new Refusal(says.tooMany(MOST_PARTS), 'json')
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
}

function sentenceOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return says.broken
  const steps = issue.path.filter(step => typeof step === 'number').map(step => step + 1)
  const name = issue.path.filter(step => typeof step === 'string' && step !== 'of').join(', ')
  return says.at(steps.join('.'), name, reasonOf(issue))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return says.unknownNames(issue.keys.slice(0, 5))
  return issue.code === 'invalid_union' ? says.noSuchKind : issue.message
}
