import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'
import { transcriptPath } from './transcript'

/** To its holder, whom it was issued to and why. Nothing of one that was withdrawn or erased meanwhile. */
export async function writeTranscriptIssued({ transcriptId: id }: { transcriptId: string }, { house, words, url }: Stationery): Promise<Written> {
  const transcript = await db.transcript.findFirst({
    where: { id, status: 'valid', document: { not: '' } },
    select: { recipient: true, basis: true, student: { select: { usedName: true } } },
  })
  if (!transcript) return null
  const { student: { usedName: name }, recipient, basis } = transcript
  return { letter: words.awards.transcriptIssued({ name, office: house.office ?? house.name, recipient, basis, url: url(transcriptPath(id)) }) }
}
