import { renderCertificate, type CertificateFacts } from './certificate'
import { uncoveredCharacters, UncoveredCharacters } from './characters'
import { credentialCard, type CardFacts } from './credential-card'
import { renderRecordSheet, type PrintedSheet } from './record-sheet'
import { renderTranscript, type TranscriptFacts } from './transcript'
import { emblemPicture, type PicturedEmblem } from './emblem-picture'

/** What may be asked of the thread that draws, and what it answers. Both travel by structured clone. */
export type Request = { facts: CertificateFacts; sealedBy?: string } | { transcript: TranscriptFacts; sealedBy?: string } | { sheet: PrintedSheet; sealedBy?: string } | { text: string; language: string } | Picture

/** Pictures leave out what no font has. */
export type Picture = { card: CardFacts } | { pictured: PicturedEmblem }

export type Answer = { pdf: Uint8Array } | { svg: string } | { uncovered: string[] } | { failure: string }

export async function answer(request: Request): Promise<Answer> {
  if ('text' in request) return { uncovered: uncoveredCharacters(request.text, request.language) }
  try {
    if ('card' in request) return { svg: credentialCard(request.card) }
    if ('pictured' in request) return { svg: emblemPicture(request.pictured) }
    if ('transcript' in request) return { pdf: await renderTranscript(request.transcript, request.sealedBy) }
    if ('sheet' in request) return { pdf: await renderRecordSheet(request.sheet, request.sealedBy) }
    return { pdf: await renderCertificate(request.facts, request.sealedBy) }
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { uncovered: error.characters }
    return { failure: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}
