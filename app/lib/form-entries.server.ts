import { z } from 'zod'

// Conform makes a list as long as the furthest place that a name says, and hands all of it back to the page.
const isNear = (name: string) => name.length <= 200 && !/\[\d{4,}/.test(name)

const name = z.string().refine(isNear)
const place = z.number().int().min(0).max(999)

/** What a button asks of Conform where there is no script. */
const Intent = z.object({
  type: z.enum(['validate', 'reset', 'update', 'insert', 'remove', 'reorder']),
  payload: z.object({ name: name.optional(), index: place.optional(), from: place.optional(), to: place.optional() }),
})

/** A form as a page of ours could have sent it: no list of ours has a thousand places, and no text a NUL, which PostgreSQL refuses. */
export function asSent(form: FormData): FormData {
  const sent = new FormData()
  for (const [name, value] of form) {
    if (!isNear(name) || (name === '__intent__' && !isIntent(value))) continue
    sent.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  }
  return sent
}

function isIntent(value: FormDataEntryValue) {
  try {
    return Intent.safeParse(JSON.parse(String(value))).success
  } catch {
    return false // whoever wrote this has no button of ours
  }
}
