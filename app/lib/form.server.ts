import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { forms } from '~/messages/en/forms'
import { asSent } from './form-entries.server'
import { sentenceFor } from './form-sentences.server'
import { NotNow, Refusal, Refusals } from './refusal'
import { TooOften } from './throttle.server'

/** What `useForm` takes as its last result: what was typed, and what has to be put right. */
export interface Reply {
  reply: SubmissionResult<string[]>
}

/**
 * Reads the form, does the work with it, and answers 422 with the words at the field where the form or a rule
 * says no: what was typed comes back, passwords excepted. Anything else the work throws goes on its way.
 */
export async function submit<Schema extends z.ZodType, Done>(
  source: Request | FormData,
  schema: Schema,
  work: (form: z.output<Schema>) => Promise<Done>,
) {
  const form = asSent(source instanceof FormData ? source : await source.formData())
  if (!form) return data<Reply>({ reply: { status: 'error', error: { '': [forms.notOurs] } } }, 422)
  const submission = parseWithZod(form, { schema, error: sentenceFor })
  const hideFields = [...form.keys()].filter(name => /password/i.test(name))
  if (submission.status !== 'success') {
    const reply = submission.reply({ hideFields })
    return data<Reply>({ reply }, submission.status === 'error' ? 422 : 200)
  }
  try {
    return await work(submission.value)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data<Reply>({ reply: submission.reply({ ...said(error), hideFields }) }, statusOf(error))
  }
}

function said(refusal: Refusal): { formErrors?: string[]; fieldErrors?: Record<string, string[]> } {
  if (refusal.field) return { fieldErrors: { [refusal.field]: [refusal.message] } }
  const formErrors = [refusal.message]
  if (!(refusal instanceof Refusals)) return { formErrors }
  const words = Object.entries(refusal.fields).map(([field, sentence]) => [field, [sentence]])
  return { formErrors, fieldErrors: Object.fromEntries(words) }
}

function statusOf(refusal: Refusal): ResponseInit {
  if (refusal instanceof NotNow) return { status: 503 }
  if (!(refusal instanceof TooOften)) return { status: 422 }
  return { status: 429, headers: { 'Retry-After': String(refusal.seconds) } }
}
