import { setTimeout as wait } from 'node:timers/promises'
import { db } from '~/lib/db.server'
import { runDueJob } from '~/lib/jobs.server'
import { gathering, findRunFor, working } from './award-run.server'
import './award-run-work.server' // whoever follows a run works on it
import { countMembers } from './award-run-members.server'
import type { RunCounts, RunOutcome, RunState } from './award-run'
import type { Actor } from './policy'

const PAGE = 50

/** Not awarded, with the reason where there is one. */
const left = ['notYet', 'refused'] as const satisfies RunOutcome[]

/** How far a run is. */
export async function findRunProgress(actor: Actor, runId: string): Promise<{ state: RunState; counts: RunCounts }> {
  const { id, cancelledAt, endedAt } = await findRunFor(actor, runId)
  const counts = await countMembers(id)
  if (cancelledAt) return { state: 'cancelled', counts }
  if (endedAt) return { state: 'ended', counts }
  const { dedupeKey } = gathering(id)
  const isGathering = (await db.job.count({ where: { dedupeKey, doneAt: null, deadAt: null } })) > 0
  return { state: isGathering ? 'gathering' : 'working', counts }
}

/** With those who were left out, a page of them from one on. */
export async function findRunPage(actor: Actor, runId: string, after = '') {
  const run = await findRunFor(actor, runId)
  const [progress, programme, rows, starter] = await Promise.all([
    findRunProgress(actor, runId),
    db.programme.findUniqueOrThrow({ where: { id: run.programmeId }, select: { id: true, title: true } }),
    db.awardRunMember.findMany({
      where: { runId, outcome: { in: left }, studentId: { gt: after } }, orderBy: { studentId: 'asc' }, take: PAGE + 1,
    }),
    run.startedById ? db.person.findUnique({ where: { id: run.startedById }, select: { usedName: true } }) : null,
  ])
  const shown = rows.slice(0, PAGE)
  const people = await db.person.findMany({
    where: { id: { in: shown.map(({ studentId }) => studentId) } }, select: { id: true, officialName: true },
  })
  const nameOf = (id: string) => people.find(person => person.id === id)?.officialName ?? ''
  return {
    ...progress, programme, id: run.id, round: run.round, isQuiet: run.isQuiet, startedAt: run.startedAt,
    endedAt: run.endedAt ?? run.cancelledAt, startedBy: starter?.usedName ?? null,
    left: shown.map(({ studentId: id, outcome, reason }) => ({ id, name: nameOf(id), outcome, reason })),
    next: rows.length > PAGE ? (shown.at(-1)?.studentId ?? null) : null,
  }
}

/** The latest runs of a programme. */
export async function listRuns(actor: Actor, programmeId: string) {
  return db.awardRun.findMany({
    where: { institutionId: actor.institutionId, programmeId }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: 5,
    select: { id: true, startedAt: true, endedAt: true, cancelledAt: true },
  })
}

/** Until it has ended, working on it in this process where no other does. Says how far it is about once a second. */
export async function followRun(actor: Actor, runId: string, tell: (counts: RunCounts) => void): Promise<void> {
  const kinds = [gathering(runId).kind, working(runId).kind]
  let last = ''
  for (;;) {
    const { state, counts } = await findRunProgress(actor, runId)
    if (state === 'ended' || state === 'cancelled') return
    const said = JSON.stringify(counts)
    if (said !== last) tell(counts)
    last = said
    if (!(await runDueJob(kinds))) await wait(200)
  }
}

/** What became of everybody, by award or by student. */
export async function outcomesOf(runId: string) {
  const rows = await db.awardRunMember.findMany({ where: { runId }, orderBy: { studentId: 'asc' } })
  const awardsOf = (...outcomes: RunOutcome[]) =>
    rows.flatMap(({ outcome, awardId }) => (awardId && outcomes.includes(outcome) ? [awardId] : []))
  return {
    awardIds: awardsOf('offered', 'issued'), alreadyIds: awardsOf('already'),
    notYetIds: rows.flatMap(({ outcome, studentId }) => (outcome === 'notYet' ? [studentId] : [])),
    refused: rows.flatMap(({ outcome, studentId: person, reason }) => (outcome === 'refused' ? [{ person, reason }] : [])),
  }
}
