import { NotNow, Refusal } from './refusal'
import { TooOften } from './throttle.server'

/** For programs: what the work answers as JSON, or `{ error }` in a sentence where a rule says no. */
export async function replyJson(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isTooOften = error instanceof TooOften
    const headers = isTooOften ? { 'Retry-After': String(error.seconds) } : undefined
    return Response.json(
      { error: error.message },
      { status: isTooOften ? 429 : error instanceof NotNow ? 503 : 422, ...(headers && { headers }) },
    )
  }
}
