import type { Paper } from './paper'

/** Bytes. A chain of four certificates with RSA keys of 4,096 bits takes 8,000. */
const ROOM = 16_384
const UNKNOWN = 9_999_999_999

/** Unseen, on the open page: what a PDF is sealed in (ISO 32000-1, 12.8), with nothing in it yet. */
export function leavePlace(paper: Paper, name: string): void {
  const signature = paper.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    Name: new String(name),
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    M: paper.about.date,
    Contents: new Uint8Array(ROOM),
  })
  signature.end('')
  paper.signatureField(signature, name)
}

export interface SealPlace {
  /** Where the text `[0 …] /M (…)` may be written over, byte for byte. */
  range: { at: number; length: number }
  moment: number
  /** The first digit, and the sign after the last. */
  contents: { from: number; to: number }
}

/** Letters a document may itself say, but never with this break of line between them. */
const RANGE = `/ByteRange [0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}]`
const BEFORE_MOMENT = '\n/M ('
const MOMENT = 'D:20260101000000Z'
const BEFORE_CONTENTS = ')\n/Contents <'

export function findPlace(pdf: Buffer): SealPlace {
  const at = pdf.lastIndexOf(`${RANGE}${BEFORE_MOMENT}`)
  const moment = at + RANGE.length + BEFORE_MOMENT.length
  const before = moment + MOMENT.length
  const from = before + BEFORE_CONTENTS.length
  const to = from + 2 * ROOM
  const isThere = at !== -1 && pdf.toString('latin1', before, from) === BEFORE_CONTENTS && pdf[to] === '>'.charCodeAt(0)
  if (!isThere) throw new Error('The document has no place for a seal.')
  const opening = '/ByteRange '.length
  return { range: { at: at + opening, length: RANGE.length - opening }, moment, contents: { from, to } }
}
