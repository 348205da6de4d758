import { acceptAward } from '~/domain/award.server'
import { ready } from '~/domain/eligible.server'
import { findHouse } from '~/domain/institution.server'
import { offerAwards } from '~/domain/offer.server'
import { actorFor } from '~/domain/people.server'
import '~/domain/letters.server'
import { later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db, prepareDatabase } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { runDueJobs, startJobs, stopJobs } from '~/lib/jobs.server'
import { migrate } from '~/lib/migrations.server'
import { found } from '~/lib/refusal'
import { releaseWriterLock, takeWriterLock } from '~/lib/writer-lock.server'
import { addCrowd } from '../../prisma/crowd'
import { seedDemo } from '../../prisma/seed'

// A program that gets killed. It says on its standard output what it has done, and whatever it said holds.
// `prepare N`: the demo with N students ready for an award. `work`: offers and accepts until all have it.

const PROGRAMME = 'Community Contribution'
const LANES = 3

const [what, count] = process.argv.slice(2)
takeWriterLock()
await migrate(settings())
await prepareDatabase()
await (what === 'prepare' ? prepare(Number(count)) : work())
await db.$disconnect()
releaseWriterLock()

async function prepare(students: number) {
  await seedDemo()
  const { actor, programmeId } = await office()
  for (let missing = students; missing > 0; ) {
    await addCrowd(missing, { activitiesEach: 20, signedEach: 3 })
    const { rows } = await ready(actor, programmeId, { take: students })
    missing = students - rows.length
  }
}

async function work() {
  startJobs()
  say('begin')
  const { programmeId } = await office()
  const waiting = await waitingFor(programmeId)
  await Promise.all(Array.from({ length: LANES }, () => lane(waiting)))
  await stopJobs()
  // What a killed process had begun is free again when its lease has run out.
  setClock(later(now(), 2 * MINUTE))
  await runDueJobs()
  say('end')
}

async function lane(waiting: string[]) {
  const { actor, programmeId } = await office()
  for (let studentId = waiting.shift(); studentId; studentId = waiting.shift()) {
    const { awardIds, alreadyIds } = await offerAwards(actor, programmeId, [studentId])
    const awardId = found([...awardIds, ...alreadyIds][0])
    const named = await db.endorsement.findMany({ where: { revision: { activity: { studentId } } }, select: { id: true } })
    const choices = { nameForm: 'official', named: named.map(({ id }) => id), evidence: [] } as const
    const credentialId = await acceptAward(found(await actorFor(studentId)), awardId, choices)
    say(`accepted ${credentialId}`)
  }
}

/** Those of the crowd who have nothing yet, or an offer. */
async function waitingFor(programmeId: string): Promise<string[]> {
  const { actor } = await office()
  const offered = await db.award.findMany({ where: { programmeId, status: 'offered' }, select: { studentId: true } })
  const { rows } = await ready(actor, programmeId, { take: 1_000 })
  return [...offered.map(({ studentId }) => studentId), ...rows.map(({ person }) => person.id)]
}

async function office() {
  const { id: institutionId } = await findHouse()
  const { id: programmeId } = await db.programme.findFirstOrThrow({ where: { title: PROGRAMME, status: 'published' } })
  return { actor: { kind: 'system', institutionId } as const, programmeId }
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
