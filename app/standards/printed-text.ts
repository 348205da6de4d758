import { streamsIn, unpacked, type Stream } from './attached-pdf'

/** Of one page: a certificate has some seventy. */
const MOST_TEXTS = 2_000
const MOST_LETTERS = 65_536
const MOST_FONTS = 24
/** That one code stands for: a ligature of a few. */
const MOST_UNITS = 16
/** Of one piece. */
const LONGEST = 8_000

interface Pdf {
  file: string
  streams: Map<number, Stream>
}

/**
 * What the first page of a PDF of our own says, each piece in the order it is drawn: by its glyphs and what its fonts
 * say they stand for (ISO 32000-2 §9.10), not by the words put beside them for reading aloud. Null where another
 * program wrote the file or any part of it, or drew letters in a way we never do.
 */
export function printedTexts(bytes: Buffer): string[] | null {
  const file = bytes.toString('latin1')
  if (!isUntouched(file)) return null
  const pdf = { file, streams: streamsIn(file, bytes) }
  const root = referred(objectOf(pdf, referred(trailerOf(file), 'Root')), 'Pages')
  const page = objectOf(pdf, Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(objectOf(pdf, root))?.[1] ?? NaN))
  const content = textOf(pdf, referred(page, 'Contents'))
  const resources = objectOf(pdf, referred(page, 'Resources'))
  return content === null ? null : drawn(content, name => lettersOf(pdf, resources, name))
}

/** Written by us in one go: what is changed afterwards has another producer, or is appended. */
function isUntouched(file: string): boolean {
  const isOnce = file.indexOf('startxref') === file.lastIndexOf('startxref') && !file.includes('/ObjStm')
  return isOnce && file.includes('<pdf:Producer>Vouch</pdf:Producer>')
}

const trailerOf = (file: string) => file.slice(file.lastIndexOf('trailer'))

function objectOf({ file }: Pdf, number: number): string {
  const start = onlyPlaceOf(file, number)
  const end = file.indexOf('endobj', start)
  return start === -1 || end === -1 ? '' : file.slice(start, Math.min(end, start + 20_000))
}

/** -1 also where there are two: which of them a viewer takes, the file's own table decides. */
function onlyPlaceOf(file: string, number: number): number {
  const head = `\n${number} 0 obj`
  const start = file.indexOf(head)
  return file.indexOf(head, start + 1) === -1 ? start : -1
}

const referred = (dictionary: string, name: string) => Number(new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(dictionary)?.[1] ?? NaN)

function textOf({ file, streams }: Pdf, number: number): string | null {
  const stream = onlyPlaceOf(file, number) === -1 ? undefined : streams.get(number)
  return (stream && unpacked(stream)?.toString('latin1')) ?? null
}

/** Of a font, what each of its codes stands for. */
type Letters = Map<string, string> | null

function lettersOf(pdf: Pdf, resources: string, name: string): Letters {
  const map = textOf(pdf, referred(objectOf(pdf, referred(resources, name)), 'ToUnicode'))
  if (map === null) return null
  const letters = new Map<string, string>()
  for (const [, first = '', listed = ''] of map.matchAll(/<([\da-f]{4})>\s*<[\da-f]{4}>\s*\[([^\][]*)\]/gi)) {
    const from = parseInt(first, 16)
    for (const [at, [, units = '']] of [...listed.matchAll(/<([\da-f\s]*)>/gi)].entries()) {
      if (units.length > 4 * MOST_UNITS) return null
      letters.set((from + at).toString(16).padStart(4, '0'), fromUnits(units))
      if (letters.size > MOST_LETTERS) return null
    }
  }
  return letters
}

/** UTF-16, as hexadecimal digits. */
function fromUnits(units: string): string {
  return (units.match(/[\da-f]{4}/gi) ?? []).map(unit => String.fromCharCode(parseInt(unit, 16))).join('')
}

const OPERATORS = /<<[^<>]*>>\s*BDC|\bEMC\b|\/(\w+)\s+[\d.]+\s+Tf\b|<([\da-fA-F]*)>|\b(?:Tr|BI|Tj)\b|[("']/g

/** The text of each marked piece; null where letters are shown in another way than ours. */
function drawn(content: string, findLetters: (font: string) => Letters): string[] | null {
  const fonts = new Map<string, Letters>()
  const texts: string[] = []
  let letters: Letters = null
  let text = ''
  for (const [operator, font, codes] of content.matchAll(OPERATORS)) {
    if (font !== undefined) {
      if (!fonts.has(font)) fonts.set(font, findLetters(font))
      if (fonts.size > MOST_FONTS) return null
      letters = fonts.get(font) ?? null
    } else if (codes !== undefined) {
      if (!letters) return null
      for (const code of codes.toLowerCase().match(/.{4}/g) ?? []) text += letters.get(code) ?? '\ufffd'
      if (text.length > LONGEST) return null
    } else if (/BDC|EMC/.test(operator)) {
      if (text !== '' && texts.push(text) > MOST_TEXTS) return null
      text = ''
    } else return null
  }
  return text === '' ? texts : [...texts, text]
}
