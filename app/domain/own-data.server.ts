import { Readable } from 'node:stream'
import { db, transaction } from '~/lib/db.server'
import { safeFileName } from '~/lib/file-name.server'
import { readStored } from '~/lib/storage.server'
import { throttle } from '~/lib/throttle.server'
import type { ArchivedFile } from '~/lib/zip.server'
import { record } from './audit.server'
import { listDisclosures, type Disclosure } from './disclosures.server'
import type { PersonActor } from './policy'

/** Says that somebody took their data with them, and that not too often: putting it together takes a while. */
export async function beginExport(actor: PersonActor) {
  await throttle('exportByPerson', actor.id)
  await transaction(tx => record(tx, actor, 'person.exported', actor.id))
}

/**
 * Everything we keep about a person that is theirs to read, a file at a time: what they wrote, what others said of
 * it, what was issued, and to whom it was shown. What endorsers told the institution in confidence is not theirs.
 */
export async function* ownData(actor: PersonActor): AsyncGenerator<ArchivedFile> {
  yield json('person.json', await readPerson(actor.id))
  yield json('disclosures.json', await allDisclosures(actor))
  yield json('lists.json', await db.rosterEntry.findMany({ where: { studentId: actor.id }, include: { roster: true } }))
  yield json('corrections.json', await db.correction.findMany({ where: { studentId: actor.id }, orderBy: { openedAt: 'asc' } }))
  for await (const activity of activitiesOf(actor)) {
    const folder = `activities/${activity.id}`
    yield json(`${folder}/activity.json`, activity)
    for (const { id, fileDigest, fileName } of activity.evidence) {
      if (fileDigest) yield { name: `${folder}/evidence/${id}-${safeFileName(fileName ?? '')}`, read: () => readStored(actor.institutionId, fileDigest) }
    }
    for (const { publicId, document } of await documentsOf(activity.id)) {
      yield text(`${folder}/endorsements/${publicId}.json`, document)
    }
  }
  const credentials = await db.credential.findMany({ where: { studentId: actor.id }, orderBy: { awardedDate: 'asc' } })
  for (const { id, document, because } of credentials) {
    yield text(`credentials/${id}/credential.json`, document)
    yield text(`credentials/${id}/because.json`, because)
  }
  const own = { studentId: actor.id, document: { not: '' } }
  for (const { id, document } of await db.activityCredential.findMany({ where: own })) yield text(`activity-credentials/${id}.json`, document)
  for (const { id, document } of await db.transcript.findMany({ where: own })) yield text(`transcripts/${id}.json`, document)
}

const text = (name: string, words: string): ArchivedFile => ({ name, read: () => Readable.from([words]) })
const json = (name: string, value: unknown) => text(name, `${JSON.stringify(value, null, 2)}\n`)

function readPerson(id: string) {
  return db.person.findUniqueOrThrow({
    where: { id },
    omit: { passwordHash: true },
    include: {
      addresses: true, enrolments: true, memberships: true,
      sessions: { select: { createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true, ip: true } },
      awards: { include: { programme: { select: { title: true, version: true, level: true } } } },
      waivers: true,
    },
  })
}

const AT_ONCE = 20

/** A page at a time, each with all that belongs to it. */
async function* activitiesOf({ institutionId, id: studentId }: PersonActor) {
  for (let after = ''; ; ) {
    const page = await db.activity.findMany({
      where: { institutionId, studentId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      include: {
        timeEntries: true, evidence: true, claims: true, invitees: true,
        revisions: true, appeals: true, written: true,
        reviews: { include: { reviewer: { select: { usedName: true } } } },
        requests: { omit: { institutionId: true }, include: { messages: true } },
      },
    })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE) return
    after = last.id
  }
}

/** As signed: they hold every judgement, and no word that was for the institution alone. */
function documentsOf(activityId: string) {
  return db.endorsement.findMany({ where: { activityId }, select: { publicId: true, document: true } })
}

async function allDisclosures(actor: PersonActor) {
  const all: Disclosure[] = []
  for (let before: string | null = null; ; ) {
    const { disclosures, older } = await listDisclosures(actor, before)
    all.push(...disclosures)
    if (!older) return all
    before = older
  }
}
