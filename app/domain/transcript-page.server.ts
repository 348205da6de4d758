import { db, limit, Prisma, read, type TranscriptModel } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { paperLanguageOf } from '~/messages/paper-languages'
import { parsed } from './credential-document.server'
import { originOf } from './issuer.server'
import { isHolder, maySeeTranscript, type Actor, type PersonActor } from './policy'
import { older, placeOf, placeText } from './place.server'
import { numberOf } from './shown-credential.server'
import { transcriptPath, type ConfirmedTranscript, type ShownTranscript } from './transcript'
import { transcriptSheet } from './transcript-sheet'

const PAGE = 30

interface Row {
  id: string
  isComplete: boolean
  validFrom: Date
  sharedAt: Date | null
  revokedAt: Date | null
  /** Empty where they made it themselves. */
  recipient: string
  entries: number
}

/** One's own, the latest first. */
export async function listTranscripts({ id: studentId, institutionId }: PersonActor, after: string | null) {
  const rows = await read<Row>`
    SELECT a."id", a."isComplete", a."validFrom", a."sharedAt", a."revokedAt", a."recipient",
      (SELECT COUNT(*) FROM "TranscriptEntry" e WHERE e."transcriptId" = a."id") AS "entries"
    FROM "Transcript" a
    WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${studentId} AND a."document" <> ''
      ${older(VALID_FROM, placeOf(after))}
    ORDER BY a."validFrom" DESC, a."id" DESC ${limit(PAGE + 1)}`
  const last = rows[PAGE - 1]
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last ? placeText({ at: last.validFrom, id: last.id }) : null }
}

const VALID_FROM = Prisma.sql`a."validFrom"`

/**
 * For anyone while shared, for its holder and the office that issued it always; as what does not exist otherwise
 * (rules 11 and 12).
 */
export async function findTranscript(id: string, findActor: () => Promise<Actor | null>): Promise<ShownTranscript> {
  return found(await findTranscriptOrNull(id, findActor))
}

export async function findTranscriptOrNull(id: string, findActor: () => Promise<Actor | null>): Promise<ShownTranscript | null> {
  const row = await db.transcript.findUnique({ where: { id }, include: { student: { include: { institution: true } } } })
  if (!row || row.document === '') return null
  const actor = await findActor()
  const isHolders = actor !== null && isHolder(actor, row)
  const isIn = actor !== null && maySeeTranscript(actor, row)
  if (row.sharedAt === null && !isIn) return null
  const { student: { institution }, recipient, basis } = row
  return {
    ...shown(row),
    url: `${originOf(institution)}${transcriptPath(id)}`,
    institution: institution.name,
    isHolders,
    issuedFor: isIn && recipient !== '' ? { recipient, basis } : null,
  }
}

/** That one was issued on paper and how it stands, for whoever reads its address there. Null where a student made it. */
export async function confirmTranscript(id: string): Promise<ConfirmedTranscript | null> {
  const row = await db.transcript.findFirst({
    where: { id, recipient: { not: '' }, document: { not: '' } },
    select: { validFrom: true, revokedAt: true, student: { select: { institution: { select: { name: true } } } } },
  })
  return row && { number: numberOf(id), institution: row.student.institution.name, validFrom: row.validFrom, revokedAt: row.revokedAt }
}

/** As its document says it, and nothing else. */
function shown({ id, language, document, validFrom, revokedAt, sharedAt }: TranscriptModel) {
  return { id, validFrom, revokedAt, isShared: sharedAt !== null, language: paperLanguageOf(language), ...transcriptSheet(parsed(document)) }
}
