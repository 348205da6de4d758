import { createHash } from 'node:crypto'
import { found, Refusal } from '~/lib/refusal'
import { db, type Db } from '~/lib/db.server'
import type { Shown } from './activity'
import { findDraft } from './draft.server'
import type { Actor } from './policy'

/** What of a draft one page of the log writes. */
export type DraftStep = 'what' | 'when' | 'claims'

/** For a page of the log: the draft, and the name of what this page shows of it. */
export async function findDraftStep(actor: Actor, id: string | undefined, step: DraftStep) {
  const draft = await findDraft(actor, id)
  return { ...draft, seen: await seenOf(db, draft.id, step) }
}

/** Names what a step says now: a form carries it, and an edit that meets another writes over nothing. */
export async function seenOf(client: Db, id: string, step: DraftStep): Promise<string> {
  const says = JSON.stringify(found(await readers[step](client, id)))
  return createHash('sha256').update(says).digest('base64url').slice(0, 22)
}

/** The same page in another window was kept since. A form that says nothing of what it saw is let through. */
export async function refuseUnseen(client: Db, { id, seen }: Shown, step: DraftStep) {
  if (seen === undefined || seen === (await seenOf(client, id, step))) return
  throw new Refusal(
    'This page was changed in another window since you opened it. What you wrote stands here: send it again ' +
      'to keep it, or open the page anew to see the other.',
  )
}

const readers = {
  what: (client: Db, id: string) =>
    client.activity.findUnique({
      where: { id },
      select: {
        category: true, title: true, organisation: true, role: true, participation: true, isPaid: true,
        isCreditBearing: true, isMandatory: true, sensitivity: true, publicTitle: true, publicOrganisation: true,
      },
    }),
  when: (client: Db, id: string) =>
    client.activity.findUnique({
      where: { id },
      select: {
        activityStartDate: true, activityEndDate: true, isOngoing: true,
        timeEntries: { orderBy: [{ day: 'asc' }, { minutes: 'asc' }, { note: 'asc' }], select: { day: true, minutes: true, note: true } },
      },
    }),
  claims: (client: Db, id: string) =>
    client.activity.findUnique({
      where: { id },
      select: {
        narrative: true, situation: true, task: true, action: true, result: true, learning: true,
        claims: { orderBy: { competencyId: 'asc' }, select: { competencyId: true, levelId: true, narrative: true } },
      },
    }),
}
