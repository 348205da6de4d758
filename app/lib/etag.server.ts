import { createHash } from 'node:crypto'

/** Names a state of a page or file by everything it was made from. Weak: it may travel compressed. */
export function etagOf(...madeFrom: (string | number | null)[]): string {
  return `W/${wholeEtag(...madeFrom)}`
}

/** Strong: of a file that leaves byte for byte, whole or in parts. */
export function wholeEtag(...madeFrom: (string | number | null)[]): string {
  return `"${createHash('sha256').update(JSON.stringify(madeFrom)).digest('base64url').slice(0, 22)}"`
}

/** Whether the asker holds that state already, so that 304 says enough. */
export function holds(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const held = ifNoneMatch ?? ''
  return held.trim() === '*' || held.split(',').some(one => bare(one) === bare(etag))
}

const bare = (etag: string) => etag.trim().replace(/^W\//, '')
