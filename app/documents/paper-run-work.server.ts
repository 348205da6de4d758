import { z } from 'zod'
import { recordAll } from '~/domain/audit.server'
import { makerOf, makingOf, stopIn } from '~/domain/paper-run.server'
import {
  countPapers, listWaitingPapers, PapersOvertaken, settlePapers, type SettledPaper,
} from '~/domain/paper-run-members.server'
import type { PersonActor } from '~/domain/policy'
import { transcriptForms, type TranscriptForm } from '~/domain/transcript'
import { extentsFor, issueTranscript } from '~/domain/transcript-issue.server'
import { now } from '~/lib/clock.server'
import { db, transaction, type PaperRunModel } from '~/lib/db.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { log, reasonOf } from '~/lib/log.server'
import { NotFound, NotNow, Refusal } from '~/lib/refusal'
import { removeOtherRunFiles, removeRunFile } from '~/lib/run-files.server'
import { paperRuns as words } from '~/messages/en/paper-runs'
import { paperLanguageOf } from '~/messages/paper-languages'
import type { PressedPaper } from './paper-pressing.server'
import { PRESSES, pressBeside } from './paper-threads.server'

registerJobs({ 'paper-run': ({ payload }) => workOn(About.parse(payload).runId) })

const About = z.object({ runId: z.string() })

/** Read, drawn and kept together. */
const CHUNK = 20
/** Milliseconds after which a job makes room for others, and the next goes on. */
const SLICE = 10_000

/** Makes what waits, until nothing does or it is time to let others have their turn. */
async function workOn(runId: string): Promise<void> {
  const run = await findOpen(runId)
  if (!run) return
  const actor = await makerOf(run)
  if (!actor) return stop(run)
  const until = Date.now() + SLICE
  let after = 0
  const next = async () => {
    if (Date.now() > until || !(await findOpen(runId))) return []
    const some = await listWaitingPapers(runId, after, CHUNK)
    after = some.at(-1)?.position ?? after
    return some.map(({ position, studentId, credentialId, transcriptId }) => ({ position, studentId, credentialId, transcriptId }))
  }
  // One after the other takes the next: no paper stands in two chunks.
  let turn = Promise.resolve<PressedPaper[]>([])
  const lane = async () => {
    for (;;) {
      turn = turn.then(next)
      const some = await turn
      if (some.length === 0) return
      await makeSome(run, actor, some)
    }
  }
  await Promise.all(Array.from({ length: PRESSES }, lane))
  await goOn(run, actor)
}

async function makeSome(run: PaperRunModel, actor: PersonActor, some: readonly PressedPaper[]): Promise<void> {
  const settled = await pressed(run, actor, some)
  try {
    await transaction(tx => settlePapers(tx, run.id, settled))
  } catch (error) {
    if (!(error instanceof PapersOvertaken)) throw error
    await removeTakenOut(run.id, settled)
  }
}

/** Whoever took them out could not know of these files. */
async function removeTakenOut(runId: string, settled: readonly SettledPaper[]) {
  const made = settled.flatMap(paper => (paper.outcome === 'made' ? [paper] : []))
  const out = await db.paperRunMember.findMany({
    where: { runId, position: { in: made.map(({ position }) => position) }, outcome: 'refused' }, select: { position: true },
  })
  for (const file of made) if (out.some(({ position }) => position === file.position)) await removeRunFile({ runId, ...file })
}

/** What breaks the thread with one of them is told of that one, and the others are made without. */
async function pressed(run: PaperRunModel, actor: PersonActor, some: readonly PressedPaper[]): Promise<SettledPaper[]> {
  try {
    return await (run.kind === 'certificate' ? certificates(run, some) : transcripts(run, actor, some))
  } catch (error) {
    // Nobody else's could be made either: the job fails, and comes again.
    if (error instanceof NotNow) throw error
    log.error({ run: run.id, papers: some.length, reason: reasonOf(error) }, 'a chunk of papers could not be made')
    const [only, ...others] = some
    if (only && others.length === 0) return [{ ...only, outcome: 'refused', reason: words.refused.wrong }]
    const each: SettledPaper[] = []
    for (const one of some) each.push(...(await pressed(run, actor, [one])))
    return each
  }
}

function certificates({ id: runId, language }: PaperRunModel, papers: readonly PressedPaper[]): Promise<SettledPaper[]> {
  return pressBeside({ runId, kind: 'certificate', language: paperLanguageOf(language), papers })
}

/** Each is issued once, also where the run comes back to it; its holder is told as of any other. */
async function transcripts(run: PaperRunModel, actor: PersonActor, papers: readonly PressedPaper[]): Promise<SettledPaper[]> {
  const refused: SettledPaper[] = []
  const issued: PressedPaper[] = []
  for (const paper of papers) {
    const became = await issue(run, actor, paper.studentId)
    if ('reason' in became) refused.push({ ...paper, outcome: 'refused', ...became })
    else issued.push({ ...paper, ...became })
  }
  if (issued.length === 0) return refused
  return [...refused, ...(await pressBeside({ runId: run.id, kind: 'transcript', form: formOf(run), actor, papers: issued }))]
}

async function issue(
  { id, recipient, basis, language }: PaperRunModel, actor: PersonActor, studentId: string,
): Promise<{ transcriptId: string } | { reason: string }> {
  const [extent = 'shared'] = extentsFor(actor)
  try {
    const about = { recipient, basis, extent, nameForm: 'official', language: paperLanguageOf(language) } as const
    return { transcriptId: await issueTranscript(actor, studentId, about, id) }
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof NotNow)) return { reason: error.message }
    if (error instanceof NotFound) return { reason: words.refused.gone }
    throw error
  }
}

function formOf({ form }: PaperRunModel): TranscriptForm {
  return transcriptForms.find(each => each === form) ?? 'full'
}

async function goOn({ id }: PaperRunModel, actor: PersonActor) {
  const counts = (await countPapers([id])).get(id)
  if (counts?.waiting === 0) {
    const made = await db.paperRunMember.findMany({ where: { runId: id, outcome: 'made' }, select: { position: true, crc32: true } })
    await removeOtherRunFiles(id, made)
  }
  await transaction(async tx => {
    if (counts && counts.waiting > 0) {
      if ((await tx.paperRun.count({ where: { id, cancelledAt: null, clearedAt: null } })) > 0) await enqueue(tx, makingOf(id))
      return
    }
    const { count } = await tx.paperRun.updateMany({ where: { id, endedAt: null, clearedAt: null }, data: { endedAt: now() } })
    if (count > 0) await recordAll(tx, actor, [{ action: 'paperRun.ended', subjectId: id, details: { ...counts } }])
  })
}

function findOpen(id: string): Promise<PaperRunModel | null> {
  return db.paperRun.findFirst({ where: { id, endedAt: null, cancelledAt: null, clearedAt: null } })
}

/** What is made stays, and what waits is told of on its page. */
async function stop({ id, institutionId }: PaperRunModel) {
  await transaction(async tx => {
    if (await stopIn(tx, id)) await recordAll(tx, { kind: 'system', institutionId }, [{ action: 'paperRun.cancelled', subjectId: id, details: {} }])
  })
}
