import { failed, passed, unknown, type Check } from './check'
import type { JsonObject } from './json'
import { printedTexts } from './printed-text'
import { summarise } from './summary'

/** Whether the page of a PDF names whom the credential attached to it names. Null: it is no PDF, or names nobody. */
export function checkPrinted(content: string | Uint8Array, document: JsonObject): Check | null {
  const [name] = summarise(document).recipients
  if (typeof content === 'string' || name === undefined) return null
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (!bytes.toString('latin1', 0, 1024).includes('%PDF-')) return null
  const texts = printedTexts(bytes)
  if (texts === null) return unknown('printed', { code: 'printed.unread', name })
  const isNamed = texts.some(text => isSame(text, name))
  return isNamed ? passed('printed', { code: 'printed.same', name }) : failed('printed', { code: 'printed.differs', name })
}

/** Without blanks, which stand between words or not, and in one form where a letter has several. */
function isSame(printed: string, name: string): boolean {
  const [one, other] = [bare(printed), bare(name)]
  if (one.endsWith('…') && one.length > LEAST_OF_CUT) return other.startsWith(one.slice(0, -1))
  return one === other || (IN_OTHER_ORDER.test(other) && inOrder(one) === inOrder(other))
}

/** What is too long for its line is printed as far as there is room. */
const LEAST_OF_CUT = 12

/** Scripts whose glyphs are not drawn in the order in which their letters are written: from the right, or around each other. */
const IN_OTHER_ORDER = /[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]/

const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '')
const inOrder = (text: string) => [...text.normalize('NFKD')].sort().join('')
