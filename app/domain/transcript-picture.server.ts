import { transcript as words } from '~/messages/en/transcript'
import type { ToBake } from './elsewhere.server'
import type { EmblemSource } from './emblem'
import { findHouse } from './institution.server'
import type { Actor } from './policy'
import { findTranscriptDocument } from './transcript.server'

/** The signed record and the emblem of all transcripts of the institution, for whoever is given the record itself. */
export async function findTranscriptToBake(id: string, actor: Actor | null): Promise<ToBake | null> {
  const document = await findTranscriptDocument(id, actor)
  if (document === null) return null
  return { document, emblem: await transcriptEmblem(), artworkDigest: null, name: `transcript-${id}` }
}

/** Of all transcripts of the institution. */
export async function transcriptEmblem(): Promise<EmblemSource> {
  const { id: seed, name: issuer } = await findHouse()
  return { seed, title: words.name, issuer, level: 1, glyph: 'book' }
}
