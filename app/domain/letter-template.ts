/** Letters whose words an administrator can put others in place of. */
export const editableLetters = ['endorsement-request', 'reminder', 'endorsement-receipt'] as const
export type EditableLetter = (typeof editableLetters)[number]

export const isEditable = (letter: string): letter is EditableLetter =>
  editableLetters.some(each => each === letter)

/** `{link}` stands in a paragraph of its own and becomes the button; the others stand anywhere. */
export const places = ['student', 'activity', 'endorser', 'institution', 'period', 'until', 'link'] as const
export type Place = (typeof places)[number]
export type Values = Record<Exclude<Place, 'link'>, string>

/** A subject stands in lists that others read along, so it names nobody. */
export const placesOfSubject: readonly Place[] = ['institution']

export interface Template {
  subject: string
  /** Paragraphs, an empty line between them; the first is the greeting. */
  body: string
}

/** A template with its places filled: what stands above the link, and below it. */
export interface Worded {
  subject: string
  greeting: string
  paragraphs: string[]
  after: string[]
}

const LINK = '{link}'
const place = /\{([^{}]*)\}/g

export function worded({ subject, body }: Template, values: Values): Worded {
  const paragraphs = paragraphsOf(body)
  const link = paragraphs.indexOf(LINK)
  const [greeting = '', ...above] = paragraphs.slice(0, link).map(each => filled(each, values))
  return {
    subject: filled(subject, values),
    greeting,
    paragraphs: above,
    after: paragraphs.slice(link + 1).map(each => filled(each, values)),
  }
}

/** In one pass: what somebody typed is never read as a place again. */
function filled(text: string, values: Values) {
  const known: Record<string, string> = values
  return text.replace(place, (whole, name: string) => known[name] ?? whole)
}

export const paragraphsOf = (body: string) =>
  body
    .split(/\n\s*\n/)
    .map(each => each.trim())
    .filter(Boolean)

/** Names in braces, and braces without a pair, that are not among these. */
export function strangers(text: string, known: readonly string[]): string[] {
  const names = [...text.matchAll(place)].flatMap(([whole, name = '']) =>
    known.includes(name) ? [] : [whole],
  )
  const rest = text.replace(place, '')
  return [...new Set([...names, ...(rest.match(/[{}]/g) ?? [])])]
}

/** What is wrong with where the link stands; null when it stands alone below at least a greeting, once. */
export function linkFault(body: string): 'missing' | 'first' | 'twice' | 'notAlone' | null {
  const count = body.split(LINK).length - 1
  if (count === 0) return 'missing'
  if (count > 1) return 'twice'
  const at = paragraphsOf(body).indexOf(LINK)
  if (at === 0) return 'first'
  return at < 0 ? 'notAlone' : null
}
