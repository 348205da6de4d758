import { z } from 'zod'
import { networkOf, type Client } from '~/lib/client.server'
import { HOUR, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import type { Job } from '~/lib/job-queue.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { hashPassword, isOutdated, isPassword } from '~/lib/password.server'
import { found, Refusal } from '~/lib/refusal'
import { excuse, forgive, throttle } from '~/lib/throttle.server'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import { findLink, makeLink, readLink, useLink } from './one-time-link.server'
import { normaliseAddress } from './people'
import { actorFor, findByAddress, mailAddress, MailboxAsked, password, refuseWeak } from './people.server'
import type { PersonActor } from './policy'

export const SignInForm = z.object({ address: mailAddress, password })
export const ForgottenForm = z.object({ address: mailAddress })
export const NewPasswordForm = z.object({ password })
export const ChangePasswordForm = z.object({ password, presentPassword: password })

/** Who belongs to an address and a password. Whatever is wrong takes one sentence and one amount of work. */
export async function identify(
  form: z.output<typeof SignInForm>,
  { ip }: Pick<Client, 'ip'>,
): Promise<{ id: string; usedName: string }> {
  const mailbox = normaliseAddress(form.address)
  const network = networkOf(ip)
  await throttle('signInByNetwork', network)
  // Of a stranger's tries only the stranger's network is shut out, until they come from very many.
  await throttle('signInByAddress', `${mailbox} ${network}`)
  await throttle('signInByMailbox', mailbox)
  const { id: institutionId } = await findHouse()
  const person = await findByAddress(institutionId, form.address)
  const kept = person?.passwordHash ?? null
  const isRight = await isPassword(form.password, kept)
  if (!isRight || !person || kept === null) throw new Refusal(words.wrongSignIn)
  await forgive('signInByAddress', `${mailbox} ${network}`)
  await excuse('signInByMailbox', mailbox)
  await excuse('signInByNetwork', network)
  if (isOutdated(kept)) {
    const passwordHash = await hashPassword(form.password)
    await db.person.updateMany({ where: { id: person.id, passwordHash: kept }, data: { passwordHash } })
  }
  return { id: person.id, usedName: person.usedName }
}

/** What happens next, only the mailbox learns. */
export async function requestPasswordReset(
  { address }: z.output<typeof ForgottenForm>,
  { ip }: Pick<Client, 'ip'>,
) {
  await throttle('mailByNetwork', ip)
  await throttle('mailByAddress', normaliseAddress(address))
  const { id: institutionId } = await findHouse()
  await transaction(tx => enqueue(tx, { kind: 'password-reset', payload: { institutionId, address } }))
}

registerJobs({ 'password-reset': sendPasswordReset })

/** Carried out after the answer, so that asking takes equally long whether or not anybody is there. */
async function sendPasswordReset({ id, payload }: Job) {
  const { institutionId, address } = MailboxAsked.parse(payload)
  const person = await findByAddress(institutionId, address)
  const own = person?.addresses.find(({ normalised }) => normalised === normaliseAddress(address))
  if (!person || !own) return
  await transaction(async tx => {
    const linkId = await makeLink(tx, {
      institutionId,
      purpose: 'passwordReset',
      address: own.address,
      personId: person.id,
      lasts: HOUR,
    })
    await notify(tx, {
      template: 'password-reset',
      to: own.address,
      params: { linkId },
      subjectId: linkId,
      dedupeKey: `reset:${id}`,
    })
  })
}

export function findReset(token: string) {
  return findLink('passwordReset', token)
}

/** Ends every session: whoever had the old password is out. Answers whose password it is. */
export async function resetPassword(token: string, form: z.output<typeof NewPasswordForm>): Promise<string> {
  const link = await readLink('passwordReset', token)
  const person = found(link.personId ? await actorFor(link.personId) : null)
  refuseWeak(form.password, link.address)
  const passwordHash = await hashPassword(form.password)
  await transaction(async tx => {
    await useLink(tx, link)
    await replacePassword(tx, person, passwordHash, null)
  })
  return person.id
}

/** Ends every session but the one in which it is changed. */
export async function changePassword(
  actor: PersonActor,
  form: z.output<typeof ChangePasswordForm>,
  keptSessionId: string,
) {
  const { passwordHash: kept, addresses } = found(
    await db.person.findUnique({ where: { id: actor.id }, include: { addresses: true } }),
  )
  await throttle('signInByAddress', actor.id)
  const isRight = await isPassword(form.presentPassword, kept)
  if (!isRight) throw new Refusal(words.wrongPassword, 'presentPassword')
  await forgive('signInByAddress', actor.id)
  for (const { address } of addresses) refuseWeak(form.password, address)
  const passwordHash = await hashPassword(form.password)
  await transaction(tx => replacePassword(tx, actor, passwordHash, keptSessionId))
}

async function replacePassword(
  tx: Tx,
  person: PersonActor,
  passwordHash: string,
  keptSessionId: string | null,
) {
  await tx.person.update({ where: { id: person.id }, data: { passwordHash } })
  const others = keptSessionId === null ? {} : { id: { not: keptSessionId } }
  const { count } = await tx.session.deleteMany({ where: { personId: person.id, ...others } })
  const primary = await tx.emailAddress.findFirst({ where: { personId: person.id, isPrimary: true } })
  if (primary) {
    await notify(tx, {
      template: 'password-changed',
      to: primary.address,
      params: { personId: person.id, at: now().toISOString() },
      subjectId: person.id,
    })
  }
  await record(tx, person, 'password.changed', person.id, { endedSessions: count })
}
