import { Readable } from 'node:stream'
import { keptArtwork } from '~/domain/artwork.server'
import { findBecause, findDocument } from '~/domain/credential.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { disclosedParts } from '~/domain/disclosed-parts.server'
import { bakedPicture, findToBake } from '~/domain/elsewhere.server'
import { findHouse } from '~/domain/institution.server'
import { findDidDocument, issuerFacts } from '~/domain/issuer.server'
import type { Actor } from '~/domain/policy'
import { meanings } from '~/domain/credential-meanings.server'
import { isPrinted, showCredential, type Standing } from '~/domain/shown-credential.server'
import { findStatusList } from '~/domain/status-list.server'
import { now } from '~/lib/clock.server'
import { found } from '~/lib/refusal'
import type { ArchivedFile } from '~/lib/zip.server'
import { wordsIn } from '~/messages/messages'
import { certificateOf } from './credential-certificate.server'
import { drawnEmblem } from './drawn-pictures.server'

/** Everything that proves a credential once nobody can be asked, a file at a time; `parts` are opened for its holder. */
export async function* credentialBundle(standing: Standing, actor: Actor | null, parts: readonly string[]): AsyncGenerator<ArchivedFile> {
  const { id } = standing
  const house = await findHouse()
  const credential = found(await showCredential(standing))
  const list = await findStatusList(standing.listId)
  const disclosed = await disclosedParts(actor, id, parts)
  const picture = await pictureOf(id, actor, house.language)
  const { messages, format } = wordsIn(house.language, house.timeZone, now())
  const { name, id: did } = issuerFacts(house)
  yield text('README.txt', messages.bundle.readme({
    title: credential.sheet.programme.title, issuer: name, did, day: format.day(format.dayOf(now())),
    hasList: list !== null, isDisclosed: disclosed.length > 0,
  }))
  yield text('credential.json', found(await findDocument(id, actor)))
  yield text('credential.jwt', found(await findJwt(id, actor)))
  yield text('because.json', found(await findBecause(id, actor)))
  if (disclosed.length > 0) yield json('disclosed.json', disclosed)
  yield json('did.json', found(await findDidDocument(house.slug)))
  if (list !== null) yield text('status-list.json', list)
  for (const { url, document } of await meanings()) yield json(`contexts/${fileOf(url)}`, document)
  yield { name: 'credential.png', read: () => Readable.from([picture]) }
  const pdf = isPrinted(standing) ? await certificateOf(credential) : null
  if (pdf instanceof Uint8Array) yield { name: 'certificate.pdf', read: () => Readable.from([pdf]) }
}

async function pictureOf(id: string, actor: Actor | null, language: string) {
  const { document, emblem, artworkDigest } = found(await findToBake(id, actor))
  const drawn = await drawnEmblem({ emblem, language }, async () => (artworkDigest ? keptArtwork(artworkDigest) : null))
  return bakedPicture(drawn.png, document)
}

/** The published address as the name of a file: `w3.org-ns-credentials-v2.json` */
function fileOf(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\.json$/, '').replaceAll('/', '-')}.json`
}

const text = (name: string, words: string): ArchivedFile => ({ name, read: () => Readable.from([words]) })
const json = (name: string, value: unknown) => text(name, `${JSON.stringify(value, null, 2)}\n`)
