import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { isOwn, type Actor } from './policy'
import { presentValidator } from './validator.server'

export type Draft = Awaited<ReturnType<typeof findDraft>>

/** A student's own activity as they are writing it, with everything the steps of the log show. */
export async function findDraft(actor: Actor, id: string | undefined) {
  const draft = found(await readDraft(id ?? ''))
  allowed(isOwn(actor, draft))
  return draft
}

/** Before anything of a form is looked at: it is theirs, or it is not there (rule 11). */
export async function requireOwnActivity(actor: Actor, id: string | undefined) {
  const owned = await db.activity.findUnique({ where: { id: id ?? '' }, select: { studentId: true, institutionId: true } })
  allowed(isOwn(actor, found(owned)))
}

function readDraft(id: string) {
  return db.activity.findUnique({
    where: { id },
    include: {
      claims: {
        orderBy: { position: 'asc' },
        include: { competency: { select: { name: true, frameworkId: true } }, level: true },
      },
      timeEntries: { orderBy: [{ day: 'desc' }, { id: 'desc' }] },
      evidence: {
        where: { removedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { file: true },
      },
      invitees: { orderBy: { id: 'asc' } },
      opportunity: { include: { competencies: true } },
    },
  })
}

/** Whom to ask: who was named before, else whoever confirms it by the catalogue and is there still, else a place to write. */
export async function inviteesOf({ invitees, opportunity }: Draft) {
  if (invitees.length > 0)
    return invitees.map(({ name, email, organisation, message }) => ({ name, email, organisation, message }))
  const contact = opportunity && {
    ...(await presentValidator(db, opportunity)),
    organisation: opportunity.organisation,
  }
  return [{ name: '', email: '', organisation: '', message: '', ...contact }]
}
