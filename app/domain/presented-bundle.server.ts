import { filesInZip, isZip } from '~/lib/zip-files.server'
import type { Disclosure } from '~/standards/because'
import type { Because } from '~/standards/because-check'
import { LONGEST_FILE } from '~/standards/carrier'
import { isObject, textOr, type Json } from '~/standards/json'
import { readJson } from '~/standards/strict-json'

/** What an offline bundle says that can be checked; the keys beside it prove nothing, so they are not read. */
export interface PresentedBundle {
  text: string
  because: Because | null
  statusLists: PresentedList[]
}

/** A signed list that was put in, and since when it was good, ISO 8601. */
interface PresentedList {
  text: string
  id: string
  from: string
}

const LIMITS = { files: 40, bytes: LONGEST_FILE, bytesInAll: 4 * LONGEST_FILE }

const DOCUMENTS = ['credential.json', 'transcript.json']
const LIST = /^status-list(-\d{1,3})?\.json$/

/** Null for any other file, and for archives without a document of such a name. */
export async function bundleIn(bytes: Uint8Array): Promise<PresentedBundle | null> {
  if (!isZip(bytes)) return null
  const files = await filesInZip(bytes, LIMITS)
  if (files === 'more' || files === 'broken') return null
  const named = (name: string) => {
    const file = files.find(each => each.name === name)
    if (file && !DOCUMENTS.includes(name) && file.bytes.length > LONGEST_BESIDE) return '{}'
    return file ? Buffer.from(file.bytes).toString() : null
  }
  const [text] = DOCUMENTS.flatMap(name => named(name) ?? [])
  if (text === undefined) return null
  const lists = files.filter(({ name }) => LIST.test(name)).flatMap(({ name }) => listIn(named(name)) ?? [])
  return { text, because: becauseIn(named), statusLists: lists }
}

/** What lies beside is read in the thread that answers everybody. */
const LONGEST_BESIDE = 1_000_000

type Named = (name: string) => string | null

function becauseIn(named: Named): Because | null {
  const text = named('because.json')
  return text === null ? null : { text, disclosures: disclosuresIn(named('disclosed.json')) }
}

/** Whatever is no disclosure is one that nothing binds: it must not go unnoticed. */
function disclosuresIn(text: string | null): Disclosure[] {
  if (text === null) return []
  const read = readJson(`{"parts":${text}}`)
  const parts: Json = 'document' in read ? (read.document.parts ?? null) : null
  if (!Array.isArray(parts)) return [{ salt: '', value: null }]
  return parts.map(part => (isObject(part) ? { salt: textOr(part.salt, ''), value: part.value ?? null } : { salt: '', value: part }))
}

function listIn(text: string | null): PresentedList | null {
  const read = text === null ? null : readJson(text)
  if (text === null || !read || !('document' in read)) return null
  const { id, validFrom } = read.document
  return { text, id: textOr(id, ''), from: textOr(validFrom, '') }
}
