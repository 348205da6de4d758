import { now } from '~/lib/clock.server'
import { db, read, transaction } from '~/lib/db.server'
import { publicIdFrom } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import type { PaperLanguage } from '~/messages/paper-languages'
import { record } from './audit.server'
import type { NameForm } from './credential'
import { withdrawPapers } from './paper-run-clearing.server'
import { isHolder, mayLogActivities, maySeeTranscript, type Actor, type PersonActor } from './policy'
import { revokePlace } from './status-list.server'
import type { Chosen } from './transcript'
import { chosenEntries } from './transcript-entries.server'
import { makeUnder, type TranscriptMaking } from './transcript-making.server'

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
  if (await db.transcript.count({ where: { id } })) return id
  await throttle('transcriptByStudent', actor.id)
  await makeUnder(id, actor, ownMaking(actor, order))
  return id
}

export function ownMaking(actor: PersonActor, { chosen, ...told }: TranscriptOrder): TranscriptMaking {
  return { ...told, isComplete: chosen === null, findEntries: () => chosenEntries(actor, chosen) }
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
    await withdrawPapers(tx, { transcriptId: id }, 'withdrawn')
    await record(tx, actor, 'transcript.revoked', id, { reason: 'withdrawnByHolder', list: listId, index })
  })
}

/** Names the text that everyone may read, without reading it; null where there is none for everyone. */
export async function publicTranscriptDigestOf(id: string): Promise<string | null> {
  const [row] = await read<{ digest: string }>`
    SELECT "digest" FROM "Transcript" WHERE "id" = ${id} AND "document" <> '' AND "sharedAt" IS NOT NULL`
  return row?.digest ?? null
}

/** The signed text, byte for byte: for anyone while shared, for the holder and the office that issued it always. Null otherwise. */
export async function findTranscriptDocument(id: string, actor: Actor | null): Promise<string | null> {
  const row = await db.transcript.findUnique({ where: { id } })
  if (!row || row.document === '') return null
  return row.sharedAt !== null || (actor && maySeeTranscript(actor, row)) ? row.document : null
}
