import type { z } from 'zod'
import { forms } from '~/messages/en/forms'

/** What a person reads where Zod would speak of types; a schema's own words come first. */
export function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return missing(issue)
    case 'invalid_value':
      return issue.input === undefined ? forms.choose : forms.chooseOfList
    case 'invalid_format':
      return badly(issue.format)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'custom':
      return undefined
    default:
      return forms.notLikeThis
  }
}

function missing({ expected, input }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>) {
  if (expected === 'boolean') return forms.choose
  if (input === undefined) return forms.required
  if (expected === 'int') return forms.wholeNumber
  return expected === 'number' || expected === 'nan' ? forms.number : forms.notLikeThis
}

function badly(format: string) {
  if (format === 'email') return forms.email
  return format === 'url' ? forms.url : forms.notLikeThis
}

function tooSmall({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>) {
  if (origin === 'string') return minimum === 1 ? forms.required : forms.tooShort(Number(minimum))
  return origin === 'array' ? forms.tooFew(Number(minimum)) : forms.atLeast(String(minimum))
}

function tooBig({ origin, maximum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>) {
  if (origin === 'string') return forms.tooLong(Number(maximum))
  return origin === 'array' ? forms.tooMany(Number(maximum)) : forms.atMost(String(maximum))
}
