import { now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Tx } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { record } from './audit.server'
import type { NameForm } from './credential'
import { assertStanding, Stale } from './grounds-standing.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import type { PersonActor } from './policy'
import { findPlaces, takePlaces, type Place } from './status-list.server'
import type { IssuedFor } from './transcript'
import { signTranscript, type SignedTranscript } from './transcript-document.server'
import type { Entries } from './transcript-entries.server'

/** What is signed, whoever asked for it. */
export interface TranscriptMaking {
  /** As they are now: asked again where something changed under the pen. */
  findEntries(): Promise<Entries>
  isComplete: boolean
  nameForm: NameForm
  /** Of its sentences; the institution's where none is named. */
  language?: PaperLanguage | undefined
  /** The holder's own, which the document calls them by. */
  did?: string | undefined
  /** Where the institution issues it. */
  issuedFor?: IssuedFor
}

const ATTEMPTS = 5

/** Signs and keeps it under its id, once. */
export async function makeUnder(id: string, actor: PersonActor, making: TranscriptMaking): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await db.transcript.count({ where: { id } })) return
    if (await tryToMake(id, actor, making)) return
  }
  throw new Error(`The record of transcript ${id} changed each time while it was signed.`)
}

/** False where something was changed, or made by another click, under the pen. */
async function tryToMake(id: string, actor: PersonActor, making: TranscriptMaking): Promise<boolean> {
  const entries = await making.findEntries()
  const at = now()
  const place = found((await findPlaces(actor.institutionId, 1))[0])
  const language = making.language ?? paperLanguageOf((await findHouse()).language)
  const signed = await signTranscript({ ...making, id, entries, language, place, at })
  try {
    await transaction(tx => keep(tx, actor, { id, at, entries, language, place, signed, making }))
    return true
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return false
    throw error
  }
}

interface Made {
  id: string
  at: Date
  entries: Entries
  language: PaperLanguage
  place: Place
  signed: SignedTranscript
  making: TranscriptMaking
}

async function keep(tx: Tx, actor: PersonActor, { id, at, entries, language, place, signed, making: { isComplete, issuedFor } }: Made) {
  const { document, digest, activities, keyId } = signed
  const { id: studentId, institutionId, addresses: [primary] } = entries.student
  await takePlaces(tx, [place])
  await tx.transcript.create({
    data: {
      id, institutionId, studentId, isComplete, language, document, digest, validFrom: at, madeById: actor.id, ...issuedFor,
      listId: place.listId, listIndex: place.index,
    },
  })
  const credentialIds = entries.credentials.map(credential => credential.id)
  const activityIds = activities.map(activity => activity.id)
  const rows = [...credentialIds.map(credentialId => ({ credentialId })), ...activityIds.map(activityCredentialId => ({ activityCredentialId }))]
  await tx.transcriptEntry.createMany({ data: rows.map((row, position) => ({ transcriptId: id, position, ...row })) })
  const verb = issuedFor ? 'transcript.issued' : 'transcript.made'
  await record(tx, actor, verb, id, { isComplete, digest, key: keyId, credentials: credentialIds, activities: activityIds })
  if (issuedFor && primary) {
    await notify(tx, { template: 'transcript-issued', params: { transcriptId: id }, to: primary.address, subjectId: id })
  }
  const done = await tx.activityCredential.count({ where: { id: { in: activityIds }, status: 'valid' } })
  if (done !== activityIds.length) throw new Stale()
  await assertStanding(tx, [{ studentId, revisionIds: [], endorsementIds: [], credentialIds, waiverKeys: [] }], keyId)
}
