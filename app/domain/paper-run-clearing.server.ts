import { z } from 'zod'
import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { enqueue, registerDaily, registerJobs } from '~/lib/jobs.server'
import { removeRunFile, removeRunFiles, runsWithFiles } from '~/lib/run-files.server'
import { paperRuns as words } from '~/messages/en/paper-runs'
import { record } from './audit.server'
import { DAYS_KEPT } from './paper-run'

registerDaily({ 'clear-paper-runs': clearPaperRuns })

registerJobs({ 'erase-papers': ({ payload }) => erasePapers(Erased.parse(payload).files) })

const Erased = z.object({ files: z.array(z.object({ runId: z.string(), position: z.number(), crc32: z.string() })) })

/** After a week; and whatever a process that was killed, or an archive that was brought back, left behind. */
export async function clearPaperRuns(): Promise<void> {
  const old = { clearedAt: null, startedAt: { lt: later(now(), -DAYS_KEPT * DAY) } }
  for (const { id, institutionId } of await db.paperRun.findMany({ where: old, select: { id: true, institutionId: true } })) {
    await transaction(tx => clearRun(tx, id, institutionId))
  }
  const here = await runsWithFiles()
  const kept = await db.paperRun.findMany({ where: { id: { in: here }, clearedAt: null }, select: { id: true } })
  for (const id of here) if (!kept.some(run => run.id === id)) await removeRunFiles(id)
}

/** How many there were stays; of whom, and for whom, does not. */
async function clearRun(tx: Tx, id: string, institutionId: string) {
  const { count } = await tx.paperRun.updateMany({ where: { id, clearedAt: null }, data: { clearedAt: now(), recipient: '', basis: '' } })
  if (count === 0) return
  const made = await tx.paperRunMember.updateMany({ where: { runId: id, outcome: 'made' }, data: { fileName: '', bytes: 0, crc32: '' } })
  await record(tx, { kind: 'system', institutionId }, 'paperRun.cleared', id, { papers: made.count })
}

type Why = Exclude<keyof typeof words.refused, 'wrong'>

/** What was printed and must not be given out any more: it leaves every run, and the disk after the commit. */
export async function withdrawPapers(tx: Tx, of: { credentialId: string } | { transcriptId: string }, why: Why): Promise<void> {
  const { studentId } = 'credentialId' in of
    ? await tx.credential.findUniqueOrThrow({ where: { id: of.credentialId }, select: { studentId: true } })
    : await tx.transcript.findUniqueOrThrow({ where: { id: of.transcriptId }, select: { studentId: true } })
  await takeOut(tx, { studentId, ...of }, why)
}

/** Of somebody erased nothing is given out or made; what was said of whom and why goes where it was about them alone. */
export async function erasePaperRuns(tx: Tx, studentId: string): Promise<void> {
  const runs = await tx.paperRunMember.findMany({ where: { studentId }, select: { runId: true }, distinct: ['runId'] })
  const ids = runs.map(({ runId }) => runId)
  await takeOut(tx, { studentId }, 'gone')
  await tx.paperRun.updateMany({
    where: { id: { in: ids }, members: { every: { studentId } } }, data: { recipient: '', basis: '' },
  })
}

interface Papers {
  studentId: string
  credentialId?: string
  transcriptId?: string
}

async function takeOut(tx: Tx, of: Papers, why: Why) {
  const data = { outcome: 'refused', fileName: '', bytes: 0, reason: words.refused[why] } as const
  await tx.paperRunMember.updateMany({ where: { ...of, outcome: { in: ['waiting', 'made'] } }, data })
  const files = await tx.paperRunMember.findMany({
    where: { ...of, outcome: 'refused', crc32: { not: '' } }, select: { runId: true, position: true, crc32: true },
  })
  if (files.length > 0) await enqueue(tx, { kind: 'erase-papers', payload: { files } })
}

async function erasePapers(files: z.output<typeof Erased>['files']) {
  for (const file of files) await removeRunFile(file)
}
