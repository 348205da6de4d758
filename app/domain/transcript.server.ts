import { now } from '~/lib/clock.server'
import { db, isTaken, read, transaction, type Tx } from '~/lib/db.server'
import { publicIdFrom } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { transcript as words } from '~/messages/en/transcript'
import { paperLanguageOf, type PaperLanguage } from '~/messages/paper-languages'
import { record } from './audit.server'
import type { NameForm } from './credential'
import { assertStanding, Stale } from './grounds-standing.server'
import { findHouse } from './institution.server'
import { isHolder, mayLogActivities, type Actor, type PersonActor } from './policy'
import { findPlaces, revokePlace, takePlaces, type Place } from './status-list.server'
import { MOST_ENTRIES, type Chosen, type Owner } from './transcript'
import { signTranscript, type SignedTranscript } from './transcript-document.server'
import { findEntries, type Entries } from './transcript-entries.server'

const ATTEMPTS = 5

export interface TranscriptOrder {
  /** Null: everything there is. */
  chosen: Chosen | null
  nameForm: NameForm
  /** Of its sentences; the institution's where none is named. */
  language?: PaperLanguage | undefined
  /** Their own, which the document calls them by. */
  did?: string | undefined
}

/** A student's own, of what they choose or of everything, as at now; two clicks on one form make one. Answers its id. */
export async function makeTranscript(actor: PersonActor, order: TranscriptOrder, formKey?: string): Promise<string> {
  allowed(mayLogActivities(actor))
  const id = publicIdFrom(formKey, actor.id, order)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await db.transcript.count({ where: { id } })) return id
    if (attempt === 1) await throttle('transcriptByStudent', actor.id)
    if (await tryToMake(actor, id, order)) return id
  }
  throw new Error(`The record of ${actor.id} changed each time while it was signed.`)
}

/** False where something was changed, or made by another click, under the pen. */
async function tryToMake(actor: PersonActor, id: string, order: TranscriptOrder): Promise<boolean> {
  const { chosen, nameForm, did } = order
  const entries = await chosenEntries(actor, chosen)
  const at = now()
  const place = found((await findPlaces(actor.institutionId, 1))[0])
  const language = order.language ?? paperLanguageOf((await findHouse()).language)
  const signed = await signTranscript({ id, entries, isComplete: chosen === null, nameForm, did, language, place, at })
  try {
    await transaction(tx => keep(tx, actor, { id, at, entries, isComplete: chosen === null, language, place, signed }))
    return true
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return false
    throw error
  }
}

/** What there is of what is asked for; null asks for everything. */
export async function chosenEntries(owner: Owner, chosen: Chosen | null): Promise<Entries> {
  const all = await findEntries(owner)
  const entries = chosen ? narrowed(all, chosen) : all
  const count = entries.credentials.length + entries.activities.length
  if (count === 0) throw new Refusal(words.nothingChosen, 'activities')
  if (count > MOST_ENTRIES) throw new Refusal(words.tooMany(MOST_ENTRIES), 'activities')
  return entries
}

/** In the order of the whole. What was chosen on an old page may be gone. */
function narrowed(all: Entries, { credentialIds, activityIds }: Chosen): Entries {
  const credentials = all.credentials.filter(({ id }) => credentialIds.includes(id))
  const activities = all.activities.filter(({ counted }) => activityIds.includes(counted.id))
  const isGone = credentials.length < credentialIds.length || activities.length < activityIds.length
  if (isGone) throw new Refusal(words.gone, 'activities')
  return { ...all, credentials, activities }
}

interface Made {
  id: string
  at: Date
  entries: Entries
  isComplete: boolean
  language: PaperLanguage
  place: Place
  signed: SignedTranscript
}

async function keep(tx: Tx, actor: PersonActor, { id, at, entries, isComplete, language, place, signed }: Made) {
  const { document, digest, activities, keyId } = signed
  const { id: studentId, institutionId } = entries.student
  await takePlaces(tx, [place])
  await tx.transcript.create({
    data: {
      id, institutionId, studentId, isComplete, language, document, digest, validFrom: at, madeById: actor.id,
      listId: place.listId, listIndex: place.index,
    },
  })
  const credentialIds = entries.credentials.map(credential => credential.id)
  const activityIds = activities.map(activity => activity.id)
  const rows = [...credentialIds.map(credentialId => ({ credentialId })), ...activityIds.map(activityCredentialId => ({ activityCredentialId }))]
  await tx.transcriptEntry.createMany({ data: rows.map((row, position) => ({ transcriptId: id, position, ...row })) })
  await record(tx, actor, 'transcript.made', id, { isComplete, digest, key: keyId, credentials: credentialIds, activities: activityIds })
  const done = await tx.activityCredential.count({ where: { id: { in: activityIds }, status: 'valid' } })
  if (done !== activityIds.length) throw new Stale()
  await assertStanding(tx, [{ studentId, revisionIds: [], endorsementIds: [], credentialIds, waiverKeys: [] }], keyId)
}

/** Switches its public page on, or off again: the address then answers like one that never was (rule 12). */
export async function shareTranscript(actor: Actor, id: string, isShared: boolean) {
  allowed(isHolder(actor, found(await db.transcript.findUnique({ where: { id } }))))
  await transaction(async tx => {
    const where = { id, status: 'valid' as const, sharedAt: isShared ? null : { not: null } }
    const { count } = await tx.transcript.updateMany({ where, data: { sharedAt: isShared ? now() : null } })
    if (count === 1) await record(tx, actor, isShared ? 'transcript.shared' : 'transcript.unshared', id)
  })
}

/** For ever: whoever has a copy learns that its holder has withdrawn it. */
export async function withdrawTranscript(actor: Actor, id: string) {
  const { listId, listIndex: index, ...transcript } = found(await db.transcript.findUnique({ where: { id } }))
  allowed(isHolder(actor, transcript))
  await transaction(async tx => {
    const data = { status: 'revoked' as const, revokedAt: now(), revocationReason: 'withdrawnByHolder' as const, sharedAt: null }
    const { count } = await tx.transcript.updateMany({ where: { id, status: 'valid' }, data })
    if (count === 0) throw new Refusal('You withdrew this transcript before.')
    await revokePlace(tx, { listId, index })
    await record(tx, actor, 'transcript.revoked', id, { reason: 'withdrawnByHolder', list: listId, index })
  })
}

/** Names the text that everyone may read, without reading it; null where there is none for everyone. */
export async function publicTranscriptDigestOf(id: string): Promise<string | null> {
  const [row] = await read<{ digest: string }>`
    SELECT "digest" FROM "Transcript" WHERE "id" = ${id} AND "document" <> '' AND "sharedAt" IS NOT NULL`
  return row?.digest ?? null
}

/** The signed text, byte for byte: for anyone while shared, for the holder always. Null otherwise. */
export async function findTranscriptDocument(id: string, actor: Actor | null): Promise<string | null> {
  const row = await db.transcript.findUnique({ where: { id } })
  if (!row || row.document === '') return null
  return row.sharedAt !== null || (actor && isHolder(actor, row)) ? row.document : null
}
