import { now } from '~/lib/clock.server'
import { db, limit, Prisma, read } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { credentialPath } from './credential-document.server'
import { isDecidable, type CorrectionCause } from './correction'
import { findForRegistrar } from './correction.server'
import { findGrounds } from './grounds.server'
import { placeOf, placeText } from './place.server'
import { isHolder, mayAward, type PersonActor } from './policy'
import { findRequirementNames } from './requirement-names.server'
import { readRequirement } from './requirement.server'

const PAGE = 50

interface CorrectionRow {
  id: string
  programme: string
  student: string
  cause: CorrectionCause
  openedAt: Date
  answerBy: Date
  answeredAt: Date | null
}

/** What is open, the longest first, a page at a time; never the reader's own. */
export async function listCorrections(actor: PersonActor, after: string | null) {
  allowed(mayAward(actor))
  const place = placeOf(after)
  const rows = await read<CorrectionRow>`
    SELECT c."id", p."title" AS "programme", s."officialName" AS "student", c."cause", c."openedAt", c."answerBy",
      c."answeredAt"
    FROM "Correction" c
    JOIN "Award" a ON a."id" = c."awardId"
    JOIN "Programme" p ON p."id" = a."programmeId"
    JOIN "Person" s ON s."id" = c."studentId"
    WHERE c."institutionId" = ${actor.institutionId} AND c."status" = 'open' AND c."studentId" <> ${actor.id}
      ${place ? Prisma.sql`AND c."openedAt" >= ${place.at} AND (c."openedAt" > ${place.at} OR c."id" > ${place.id})` : Prisma.empty}
    ORDER BY c."openedAt", c."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE).map(row => ({ ...row, isDecidable: isDecidable(row, now()) }))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? placeText({ at: last.openedAt, id: last.id }) : null }
}

export type ListedCorrection = Awaited<ReturnType<typeof listCorrections>>['rows'][number]

/** Those that wait for a decision, or for the student; never one's own. */
export function countCorrections({ institutionId, id }: PersonActor): Promise<number> {
  return db.correction.count({ where: { institutionId, status: 'open', studentId: { not: id } } })
}

/** One case for the registrar: what was taken back, what still counts, and what rests on the credential in turn. */
export async function findCorrectionPage(actor: PersonActor, id: string) {
  const { award, credential, ...correction } = await findForRegistrar(actor, id)
  const grounds = await findGrounds(award.id)
  const [what, dependants, names, decidedBy] = await Promise.all([
    whatWasTakenBack(correction),
    listDependants(credential),
    findRequirementNames([readRequirement(grounds.award.programme.requirement)]),
    correction.decidedById
      ? db.person.findUnique({ where: { id: correction.decidedById }, select: { usedName: true } })
      : null,
  ])
  return {
    ...correction,
    programme: grounds.award.programme.title,
    student: award.student.officialName,
    awardedDate: credential.awardedDate,
    what,
    dependants,
    names,
    progress: grounds.progress,
    decidedBy: decidedBy?.usedName ?? null,
    isDecidable: isDecidable(correction, now()),
  }
}

export type CorrectionPage = Awaited<ReturnType<typeof findCorrectionPage>>

/** For whoever the credential belongs to: the latest case about it. */
export async function findOwnCorrection(actor: PersonActor, credentialId: string) {
  const correction = found(
    await db.correction.findFirst({
      where: { credentialId },
      orderBy: { openedAt: 'desc' },
      include: { award: { select: { programme: { select: { title: true } } } } },
    }),
  )
  allowed(isHolder(actor, correction))
  const { award, ...rest } = correction
  return { ...rest, programme: award.programme.title, what: await whatWasTakenBack(correction) }
}

interface Caused {
  cause: CorrectionCause
  causeId: string
}

/** The title of the activity or programme it was about, and who spoke. */
async function whatWasTakenBack({ cause, causeId: id }: Caused): Promise<{ title: string; by: string }> {
  if (cause === 'approvalRescinded') {
    const activity = await db.activity.findUnique({ where: { id }, select: { title: true } })
    return { title: activity?.title ?? '', by: '' }
  }
  if (cause === 'endorsementWithdrawn') {
    const said = await db.endorsement.findUnique({
      where: { id },
      select: { name: true, revision: { select: { title: true } } },
    })
    return { title: said?.revision.title ?? '', by: said?.name ?? '' }
  }
  if (cause === 'credentialRevoked') {
    const credential = await db.credential.findUnique({
      where: { id },
      select: { award: { select: { programme: { select: { title: true } } } } },
    })
    return { title: credential?.award.programme.title ?? '', by: '' }
  }
  const waiver = await db.waiver.findUnique({ where: { id }, select: { reason: true } })
  return { title: waiver?.reason ?? '', by: '' }
}

interface Held {
  id: string
  institutionId: string
  studentId: string
}

/** Valid credentials of the same student that stack on it, directly or through others. */
async function listDependants({ id, institutionId, studentId }: Held) {
  const held = await db.credential.findMany({
    where: { institutionId, studentId, status: 'valid' },
    select: { id: true, disclosures: true, award: { select: { programme: { select: { title: true } } } } },
  })
  const found = new Set([id])
  for (const below of found) {
    for (const above of held) if (above.disclosures.includes(`${credentialPath(below)}"`)) found.add(above.id)
  }
  found.delete(id)
  return held.flatMap(({ id, award }) => (found.has(id) ? [{ id, title: award.programme.title }] : []))
}
