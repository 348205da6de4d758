/** A rule says no. The sentence is for the reader; the page answers 422 and keeps what was typed. */
export class Refusal extends Error {
  /** The form's field it is about, where there is one. */
  readonly field: string | undefined

  constructor(sentence: string, field?: string) {
    super(sentence)
    this.name = 'Refusal'
    this.field = field
  }
}

/** Several fields, each with its own words, and a sentence over all of them. */
export class Refusals extends Refusal {
  readonly fields: Record<string, string>

  constructor(sentence: string, fields: Record<string, string>) {
    super(sentence)
    this.fields = fields
  }
}

/** Nothing is wrong with what was asked; something outside does not answer now. The page answers 503. */
export class NotNow extends Refusal {}

/** Missing, or not yours: one answer for both (rule 11). A Response, so that every route answers it as it is. */
export class NotFound extends Response {
  constructor() {
    super(null, { status: 404, statusText: 'Not Found' })
  }
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}

/** For questions of `may`: what you may not do or see does not exist for you (rule 11). */
export function allowed(answer: boolean): asserts answer {
  if (!answer) throw new NotFound()
}
