import { z } from 'zod'
import { Refusal } from '~/lib/refusal'
import { filesInZip, isZip } from '~/lib/zip-files.server'
import type { Words } from '~/messages/messages'
import { LONGEST_FILE } from '~/standards/carrier'
import { bundleIn } from './presented-bundle.server'
import type { Presented } from './verification.server'

export const MOST_AT_ONCE = 200
/** Of what comes in one form; an archive may unpack to twice as much. */
export const MOST_BYTES_AT_ONCE = 20_000_000

export const PresentedManyForm = z.object({
  files: z.array(z.instanceof(File)).default([]),
  pasted: z.string().trim().max(500_000).optional(),
})

/** One of many, with the name it came under. */
export interface NamedPresented {
  name: string
  presented: Presented
}

/** @throws Refusal where there is nothing, more than is checked at once, or an archive that can't be read */
export async function presentedMany(
  { files, pasted = '' }: z.output<typeof PresentedManyForm>, { messages: { verifyMany } }: Words,
): Promise<NamedPresented[]> {
  const addresses = pasted.split(/\s+/).filter(line => line !== '')
  const odd = addresses.find(address => !/^https?:\/\//i.test(address))
  if (odd !== undefined) throw new Refusal(verifyMany.refused.notAnAddress(odd.slice(0, 80)), 'pasted')
  const named: NamedPresented[] = addresses.map(url => ({ name: url, presented: { url } }))
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isZip(bytes) && !(await bundleIn(bytes))) named.push(...(await unzipped(file.name, bytes, verifyMany)))
    else named.push({ name: file.name, presented: { bytes } })
    if (named.length > MOST_AT_ONCE) throw new Refusal(verifyMany.refused.tooMany(MOST_AT_ONCE), 'files')
  }
  if (named.length === 0) throw new Refusal(verifyMany.refused.nothing, 'files')
  if (named.length > MOST_AT_ONCE) throw new Refusal(verifyMany.refused.tooMany(MOST_AT_ONCE), 'pasted')
  return named
}

async function unzipped(archive: string, bytes: Uint8Array, { refused }: Words['messages']['verifyMany']) {
  const limits = { files: MOST_AT_ONCE, bytes: LONGEST_FILE, bytesInAll: 2 * MOST_BYTES_AT_ONCE }
  const found = await filesInZip(bytes, limits)
  if (found === 'more') throw new Refusal(refused.tooMuchInside(archive), 'files')
  if (found === 'broken') throw new Refusal(refused.brokenArchive(archive), 'files')
  return found.map(file => ({ name: file.name, presented: { bytes: file.bytes } }))
}
