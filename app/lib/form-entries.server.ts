import { z } from 'zod'

/** A year of days with their notes is some 1,200 entries in 400 places of one list. */
const MOST_ENTRIES = 3_000
const MOST_PLACES = 1_000
/** `rows[0].judgements[0].answer` */
const MOST_STEPS = 5
const MOST_CHARACTERS = 200

const isNear = (name: string) => name.length <= MOST_CHARACTERS && name.split(/[.[]/).length <= MOST_STEPS

const name = z.string().refine(isNear)
const place = z.number().int().min(0).max(MOST_PLACES - 1)

/** What a button asks of Conform where there is no script. */
const Intent = z.object({
  type: z.enum(['validate', 'reset', 'update', 'insert', 'remove', 'reorder']),
  payload: z.object({ name: name.optional(), index: place.optional(), from: place.optional(), to: place.optional() }),
})

/**
 * A form as a page of ours could have sent it, and no text of it with a NUL, which PostgreSQL refuses. Null: no page
 * of ours sends this. Conform makes each list as long as the furthest place that a name says, and hands all of it back.
 */
export function asSent(form: FormData): FormData | null {
  const names: string[] = []
  for (const name of form.keys()) if (names.push(name) > MOST_ENTRIES || !isNear(name)) return null
  if (placesIn(names) > MOST_PLACES) return null
  const sent = new FormData()
  for (const [name, value] of form) {
    if (name === '__intent__' && !isIntent(value)) continue
    sent.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  }
  return sent
}

/** Of all lists together, each as long as it would become. */
function placesIn(names: readonly string[]): number {
  const lengths = new Map<string, number>()
  for (const name of names) {
    for (const { index, 1: place } of name.matchAll(/\[(\d+)\]/g)) {
      const list = name.slice(0, index)
      lengths.set(list, Math.max(lengths.get(list) ?? 0, Number(place) + 1))
    }
  }
  return [...lengths.values()].reduce((sum, length) => sum + length, 0)
}

function isIntent(value: FormDataEntryValue) {
  try {
    return Intent.safeParse(JSON.parse(String(value))).success
  } catch {
    return false // whoever wrote this has no button of ours
  }
}
