import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { Refusal } from '~/lib/refusal'
import { evidence as words } from '~/messages/en/evidence'
import { acceptedTypes } from './evidence'

/** What a file is, by its content. Its name must agree, or somebody is mistaken or lying. */
export async function typeOf(file: { path: string; name: string }): Promise<string> {
  const ending = endingOf(file.name)
  if (!Object.values(acceptedTypes).some(endings => endings.includes(ending))) {
    throw new Refusal(words.refused.kind(ending), 'file')
  }
  const mediaType = (await isPlainText(file, ending)) ? 'text/plain' : (await fileTypeFromFile(file.path))?.mime
  const fitting = mediaType === undefined ? undefined : acceptedTypes[mediaType.split(';')[0] ?? '']
  if (!mediaType || !fitting?.includes(ending)) throw new Refusal(words.refused.another(ending), 'file')
  return mediaType.split(';')[0] ?? ''
}

export const endingOf = (name: string) => extname(name).slice(1).toLowerCase()

async function isPlainText({ path }: { path: string }, ending: string) {
  if (!acceptedTypes['text/plain']?.includes(ending)) return false
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const start = buffer.subarray(0, bytesRead)
    return !start.includes(0) && isUtf8(start)
  } finally {
    await file.close()
  }
}

/** The start may end in the middle of a character: as a stream, that is no fault. */
function isUtf8(start: Uint8Array) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
