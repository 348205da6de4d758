/** `2026-05-01T00:00:00Z`: VC 2.0 wants a zone, and fractions of a second help nobody. */
export function moment(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The start of a day, written as OB 3.0 wants its dates. `day` is `2026-05-01`. */
export function startOf(day: string): string {
  return `${day}T00:00:00Z`
}

const DATE_TIME_STAMP = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** Reads an XML Schema dateTimeStamp, and nothing else. */
export function readMoment(text: unknown): Date | null {
  if (typeof text !== 'string' || !DATE_TIME_STAMP.test(text)) return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? null : date
}
