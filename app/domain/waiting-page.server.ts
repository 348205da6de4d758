import { z } from 'zod'
import { transaction } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { record } from './audit.server'
import type { Actor } from './policy'
import { listAnswered, listWaiting, mailboxesOf } from './request-inbox.server'
import { digests, groupsOf } from './waiting'

/** All that is waiting for one person: who asks, about what; what they answered lately; how often we write. */
export async function findWaitingPage(actor: Actor, after: string | null) {
  const [{ rows, next }, answered, mailboxes] = await Promise.all([
    listWaiting(actor, after),
    after ? [] : listAnswered(actor),
    mailboxesOf(actor),
  ])
  return {
    groups: groupsOf(rows),
    count: rows.length,
    next,
    isFirst: after === null,
    answered,
    digest: mailboxes[0]?.digest ?? null,
  }
}

export type WaitingPage = Awaited<ReturnType<typeof findWaitingPage>>

export const DigestForm = z.object({
  digest: z.enum(digests, { error: 'Choose how often we write.' }),
})
export type DigestForm = z.output<typeof DigestForm>

/** For all mailboxes of who asks. Choosing what is chosen already changes nothing. */
export async function chooseDigest(actor: Actor, { digest }: DigestForm) {
  const mailboxes = await mailboxesOf(actor)
  allowed(mailboxes.length > 0)
  await transaction(async tx => {
    for (const { id } of mailboxes) {
      const { count } = await tx.endorser.updateMany({
        where: { id, digest: { not: digest } },
        data: { digest },
      })
      if (count === 1) await record(tx, actor, 'endorser.digest-chosen', id, { digest })
    }
  })
}
