import { z } from 'zod'
import { db, transaction } from '~/lib/db.server'
import { allowed, Refusal } from '~/lib/refusal'
import { quietEditor as words } from '~/messages/en/quiet-editor'
import { record } from './audit.server'
import { mayKeepMail, type Actor } from './policy'

const minute = z.coerce.number().int().min(0).max(1439).optional()
const shownMinute = z
  .string()
  .regex(/^\d{0,4}$/)
  .default('')
  .transform(text => (text === '' ? null : Number(text)))

/** Both, or neither where mail may leave at any time; and what the form showed (rule 6). */
export const QuietForm = z
  .object({ from: minute, until: minute, shownFrom: shownMinute, shownUntil: shownMinute })
  .superRefine(({ from, until }, context) => {
    const isHalf = (from === undefined) !== (until === undefined)
    if (isHalf)
      context.addIssue({ code: 'custom', path: [from === undefined ? 'from' : 'until'], message: words.both })
    if (from !== undefined && from === until)
      context.addIssue({ code: 'custom', path: ['until'], message: words.same })
  })

/** As they are now, also where another process changed them. */
export function readQuietHours() {
  return db.institution.findFirstOrThrow({
    orderBy: { createdAt: 'asc' },
    select: { timeZone: true, quietFrom: true, quietUntil: true },
  })
}

export async function setQuietHours(
  actor: Actor,
  { from, until, shownFrom, shownUntil }: z.output<typeof QuietForm>,
) {
  allowed(mayKeepMail(actor))
  const { institutionId } = actor
  const quiet = { quietFrom: from ?? null, quietUntil: until ?? null }
  await transaction(async tx => {
    const current = await tx.institution.findUniqueOrThrow({ where: { id: institutionId } })
    if (current.quietFrom === quiet.quietFrom && current.quietUntil === quiet.quietUntil) return
    const { count } = await tx.institution.updateMany({
      where: { id: institutionId, quietFrom: shownFrom, quietUntil: shownUntil },
      data: quiet,
    })
    if (count === 0) throw new Refusal(words.meanwhile)
    await record(tx, actor, 'institution.quiet-hours', institutionId, quiet)
  })
}
