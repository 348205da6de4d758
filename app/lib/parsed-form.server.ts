import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { forms } from '~/messages/en/forms'
import { asSent } from './form-entries.server'
import { sentenceFor } from './form-sentences.server'
import { Refusal } from './refusal'

/**
 * A form that a script sends, for which no page waits to be shown again.
 *
 * @throws Refusal in the words of the first thing that is wrong with it
 */
export function parsedForm<Schema extends z.ZodType>(fields: FormData, schema: Schema): z.output<Schema> {
  const form = asSent(fields)
  if (!form) throw new Refusal(forms.notOurs)
  const submission = parseWithZod(form, { schema, error: sentenceFor })
  if (submission.status === 'success') return submission.value
  throw new Refusal(Object.values(submission.error ?? {}).flat()[0] ?? forms.notLikeThis)
}
