import { DAY, later } from '~/lib/clock.server'
import { db, read, transaction, type PaperRunModel } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { record } from './audit.server'
import { DAYS_KEPT, paperRunState } from './paper-run'
import { countPapers } from './paper-run-members.server'
import { findPaperRun } from './paper-run.server'
import { mayMakePapers, seesWholeRecords, type Actor } from './policy'
import { placeOf, placeText } from './place.server'

const PAGE = 30

/** The latest first: all of the institution, or one's own. */
export async function listPaperRuns(actor: Actor, after: string | null) {
  allowed(mayMakePapers(actor))
  const place = placeOf(after)
  const rows = await db.paperRun.findMany({
    where: {
      institutionId: actor.institutionId,
      ...(!seesWholeRecords(actor) && { startedById: actor.id }),
      ...(place && { OR: [{ startedAt: { lt: place.at } }, { startedAt: place.at, id: { lt: place.id } }] }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const [counts, titles] = await Promise.all([countPapers(shown.map(({ id }) => id)), titlesOf(shown)])
  const last = shown.at(-1)
  return {
    runs: shown.map(run => ({
      ...faceOf(run), title: titles.get(run.programmeId ?? '') ?? null, counts: found(counts.get(run.id)),
    })),
    next: rows.length > PAGE && last ? placeText({ at: last.startedAt, id: last.id }) : null,
  }
}

export type ListedPaperRun = Awaited<ReturnType<typeof listPaperRuns>>['runs'][number]

const REFUSED = 50

/** How far it is, with those that were refused, a page of them from one on. */
export async function findPaperRunPage(actor: Actor, runId: string, after: number) {
  const run = await findPaperRun(actor, runId)
  const [counts, titles, refused, starter] = await Promise.all([
    countPapers([run.id]), titlesOf([run]),
    db.paperRunMember.findMany({
      where: { runId, outcome: 'refused', position: { gt: after } }, orderBy: { position: 'asc' }, take: REFUSED + 1,
    }),
    db.person.findUnique({ where: { id: run.startedById }, select: { usedName: true } }),
  ])
  const shown = refused.slice(0, REFUSED)
  const [people, credentials, { _sum: { bytes } }] = await Promise.all([
    db.person.findMany({ where: { id: { in: shown.map(({ studentId }) => studentId) } }, select: { id: true, officialName: true } }),
    db.credential.findMany({
      where: { id: { in: shown.flatMap(({ credentialId }) => credentialId ?? []) } },
      select: { id: true, award: { select: { programme: { select: { title: true } } } } },
    }),
    db.paperRunMember.aggregate({ where: { runId, outcome: 'made' }, _sum: { bytes: true } }),
  ])
  const names = new Map(people.map(({ id, officialName }) => [id, officialName]))
  const credentialOf = new Map(credentials.map(({ id, award }) => [id, award.programme.title]))
  return {
    ...faceOf(run),
    title: titles.get(run.programmeId ?? '') ?? null,
    counts: found(counts.get(run.id)),
    recipient: run.recipient, basis: run.basis, language: run.language,
    startedBy: starter?.usedName || null,
    keptUntil: later(run.startedAt, DAYS_KEPT * DAY),
    bytes: bytes ?? 0,
    refused: shown.map(({ position, studentId, credentialId, reason }) => ({
      position, name: names.get(studentId) ?? '', credential: credentialOf.get(credentialId ?? '') ?? null, reason,
    })),
    next: refused.length > REFUSED ? (shown.at(-1)?.position ?? null) : null,
  }
}

function faceOf(run: PaperRunModel) {
  const { id, kind, form, startedAt, cancelledAt, endedAt } = run
  return { id, kind, form, startedAt, state: paperRunState(run), endedAt: endedAt ?? cancelledAt }
}

async function titlesOf(runs: readonly PaperRunModel[]): Promise<Map<string, string>> {
  const ids = [...new Set(runs.flatMap(({ programmeId }) => programmeId ?? []))]
  const programmes = ids.length > 0 ? await db.programme.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }) : []
  return new Map(programmes.map(({ id, title }) => [id, title]))
}

/** What is printed of a run that goes on no more, in its order; as what does not exist while nothing is. */
export async function findPaperFiles(actor: Actor, runId: string) {
  const run = await findPaperRun(actor, runId)
  const state = paperRunState(run)
  allowed(state === 'ended' || state === 'cancelled')
  const files = await read<{ position: number; fileName: string; bytes: number; crc32: string }>`
    SELECT "position", "fileName", "bytes", "crc32" FROM "PaperRunMember"
    WHERE "runId" = ${run.id} AND "outcome" = 'made' ORDER BY "position"`
  allowed(files.length > 0)
  return { kind: run.kind, startedAt: run.startedAt, files }
}

export type PaperFile = Awaited<ReturnType<typeof findPaperFiles>>['files'][number]

/** On record before the first byte leaves: also of a part, from a byte on, and where the taker hung up. */
export async function notePapersTaken(actor: Actor, runId: string, taken: { papers: number; from: number; to: number }): Promise<void> {
  const { id } = await findPaperRun(actor, runId)
  await transaction(tx => record(tx, actor, 'paperRun.taken', id, taken))
}
