import { Readable } from 'node:stream'
import { keptArtwork } from '~/domain/artwork.server'
import { meanings } from '~/domain/credential-meanings.server'
import { bakedPicture, type ToBake } from '~/domain/elsewhere.server'
import { findHouse } from '~/domain/institution.server'
import { findDidDocument, issuerFacts } from '~/domain/issuer.server'
import { listsNamedIn } from '~/domain/status-list.server'
import { now } from '~/lib/clock.server'
import { found } from '~/lib/refusal'
import type { ArchivedFile } from '~/lib/zip.server'
import { wordsIn } from '~/messages/messages'
import { drawnEmblem } from './drawn-pictures.server'

interface Provable {
  kind: 'credential' | 'transcript'
  title: string
  toBake: ToBake
  /** What else is put in, in the order of the archive. */
  beside: readonly ArchivedFile[]
}

/** All that proves a signed document once nobody can be asked, a file at a time. */
export async function* offlineBundle({ kind, title, toBake, beside }: Provable): AsyncGenerator<ArchivedFile> {
  const house = await findHouse()
  const { messages, format } = wordsIn(house.language, house.timeZone, now())
  const { name: issuer, id: did } = issuerFacts(house)
  const lists = await listsNamedIn(toBake.document)
  const picture = await pictureOf(toBake, house.language)
  yield text('README.txt', messages.bundle.readme({
    kind, title, issuer, did, day: format.day(format.dayOf(now())),
    hasList: lists.length > 0, isDisclosed: beside.some(({ name }) => name === 'disclosed.json'),
  }))
  yield text(`${kind}.json`, toBake.document)
  yield* beside
  yield json('did.json', found(await findDidDocument(house.slug)))
  for (const [at, list] of lists.entries()) yield text(`status-list${at === 0 ? '' : `-${at + 1}`}.json`, list)
  for (const { url, document } of await meanings(kind)) yield json(`contexts/${fileOf(url)}`, document)
  yield { name: `${kind}.png`, read: () => Readable.from([picture]) }
}

export const text = (name: string, words: string): ArchivedFile => ({ name, read: () => Readable.from([words]) })
export const json = (name: string, value: unknown) => text(name, `${JSON.stringify(value, null, 2)}\n`)

async function pictureOf({ document, emblem, artworkDigest }: ToBake, language: string) {
  const drawn = await drawnEmblem({ emblem, language }, async () => (artworkDigest ? keptArtwork(artworkDigest) : null))
  return bakedPicture(drawn.png, document)
}

/** The published address as the name of a file: `w3.org-ns-credentials-v2.json` */
function fileOf(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\.json$/, '').replaceAll('/', '-')}.json`
}
