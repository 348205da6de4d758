import { db, Prisma, read, type PaperRunMemberModel, type Tx } from '~/lib/db.server'
import { enumOf, insertAll } from '~/lib/insert.server'
import { found } from '~/lib/refusal'
import { MOST_PAPERS, paperOutcomes, type PaperCounts } from './paper-run'
import type { PaperOrder } from './paper-run.server'
import { seesWholeRecords, type PersonActor } from './policy'
import { nextWhoFit, prepareFilter, type PreparedFilter } from './student-filter.server'
import { whoseRecordsMayBeIssued } from './transcript-issue-list.server'

/** One paper of a run before it is made. */
export interface WaitingPaper {
  studentId: string
  /** Of a certificate. */
  credentialId: string | null
}

/** In the order of the students’ ids; one more than a run may have where there are too many. */
export async function papersFor(actor: PersonActor, order: PaperOrder): Promise<WaitingPaper[]> {
  const { institutionId } = actor
  const filter = await prepareFilter(institutionId, order.students)
  const isCertificate = order.kind === 'certificate'
  const versions = isCertificate && order.programmeId !== null ? await versionsOf(institutionId, order.programmeId) : null
  const papers: WaitingPaper[] = []
  const asked = isCertificate ? filter : ofRecords(actor, filter)
  for (let after: string | null = ''; after !== null && papers.length <= MOST_PAPERS; ) {
    const { people, next } = await nextWhoFit(institutionId, asked, after)
    const ids = people.map(({ id }) => id)
    papers.push(...(isCertificate ? await inForce(actor, ids, versions) : ids.map(studentId => ({ studentId, credentialId: null }))))
    after = next
  }
  return papers
}

/** Nobody issues their own, and the careers service what is shared. */
function ofRecords(actor: PersonActor, filter: PreparedFilter): PreparedFilter {
  return { ...filter, sql: Prisma.sql`${filter.sql} ${whoseRecordsMayBeIssued(actor)}` }
}

async function versionsOf(institutionId: string, programmeId: string): Promise<string[]> {
  const { seriesId } = found(await db.programme.findFirst({ where: { id: programmeId, institutionId }, select: { seriesId: true } }))
  const versions = await db.programme.findMany({ where: { seriesId }, select: { id: true } })
  return versions.map(({ id }) => id)
}

/** What has no page stays unknown to whoever sees only what is shared. */
async function inForce(actor: PersonActor, studentIds: string[], versions: string[] | null): Promise<WaitingPaper[]> {
  if (studentIds.length === 0) return []
  const ofProgramme = versions ? Prisma.sql`AND a."programmeId" IN (${Prisma.join(versions)})` : Prisma.empty
  const onlyShared = seesWholeRecords(actor) ? Prisma.empty : Prisma.sql`AND c."sharedAt" IS NOT NULL`
  return read<{ studentId: string; credentialId: string }>`
    SELECT c."studentId", c."id" AS "credentialId" FROM "Credential" c JOIN "Award" a ON a."id" = c."awardId"
    WHERE c."institutionId" = ${actor.institutionId} AND c."studentId" IN (${Prisma.join(studentIds)})
      AND c."status" = 'valid' AND c."document" <> '' ${ofProgramme} ${onlyShared}
    ORDER BY c."studentId", c."awardedDate", c."id"`
}

const AT_ONCE = 500

export async function addPapers(tx: Tx, runId: string, papers: readonly WaitingPaper[]): Promise<void> {
  for (let from = 0; from < papers.length; from += AT_ONCE) {
    const some = papers.slice(from, from + AT_ONCE)
    await insertAll(tx, 'PaperRunMember', some.map((paper, at) => ({ runId, position: from + at + 1, ...paper })))
  }
}

/** After a position, in their order. */
export function listWaitingPapers(runId: string, after: number, take: number): Promise<PaperRunMemberModel[]> {
  return db.paperRunMember.findMany({
    where: { runId, outcome: 'waiting', position: { gt: after } }, orderBy: { position: 'asc' }, take,
  })
}

/** What became of one paper. */
export type SettledPaper = { position: number; studentId: string; credentialId: string | null; transcriptId: string | null } & (
  | { outcome: 'made'; fileName: string; bytes: number; crc32: string }
  | { outcome: 'refused'; reason: string }
)

/** Something happened to one of them under the press, or another process was first: nothing of this chunk is kept. */
export class PapersOvertaken extends Error {}

/** Each waiting paper gets what became of it, together: only one can do this. */
export async function settlePapers(tx: Tx, runId: string, papers: readonly SettledPaper[]): Promise<void> {
  const { count: isKept } = await tx.paperRun.updateMany({ where: { id: runId, clearedAt: null }, data: { clearedAt: null } })
  // Written over and not replaced: whoever takes one of them out at this moment finds it afterwards.
  const settled = await tx.$executeRaw`
    UPDATE "PaperRunMember" SET "outcome" = v.column2, "transcriptId" = v.column3, "fileName" = v.column4,
      "bytes" = CAST(v.column5 AS INTEGER), "crc32" = v.column6, "reason" = v.column7
    FROM (VALUES ${Prisma.join(papers.map(rowOf))}) v
    WHERE "runId" = ${runId} AND "position" = CAST(v.column1 AS INTEGER) AND "PaperRunMember"."outcome" = 'waiting'`
  if (isKept === 0 || settled !== papers.length) throw new PapersOvertaken()
}

function rowOf(paper: SettledPaper) {
  const file = paper.outcome === 'made' ? paper : { fileName: '', bytes: 0, crc32: '' }
  const reason = paper.outcome === 'made' ? '' : paper.reason
  const { position, outcome, transcriptId } = paper
  return Prisma.sql`(
    ${position}, ${enumOf('PaperOutcome', outcome)}, ${transcriptId}, ${file.fileName}, ${file.bytes}, ${file.crc32}, ${reason})`
}

/** Of each of some runs. */
export async function countPapers(runIds: readonly string[]): Promise<Map<string, PaperCounts>> {
  const rows = await db.paperRunMember.groupBy({ by: ['runId', 'outcome'], where: { runId: { in: [...runIds] } }, _count: true })
  const none = Object.fromEntries(paperOutcomes.map(outcome => [outcome, 0])) as PaperCounts // every outcome is there
  const counts = new Map(runIds.map(id => [id, { ...none }]))
  for (const { runId, outcome, _count } of rows) {
    const of = counts.get(runId)
    if (of) of[outcome] = _count
  }
  return counts
}
