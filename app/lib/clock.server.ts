/** Now. Tests move it with `VOUCH_CLOCK_OFFSET` (milliseconds) or `setClock`. */
export function now(): Date {
  return new Date(Date.now() + offset)
}

const configured = Number(process.env['VOUCH_CLOCK_OFFSET'] ?? 0)
let offset = configured

export function setClock(moment: Date | null) {
  offset = moment ? moment.getTime() - Date.now() : configured
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function later(moment: Date, milliseconds: number) {
  return new Date(moment.getTime() + milliseconds)
}
