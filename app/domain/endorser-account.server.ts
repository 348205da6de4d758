import { transaction } from '~/lib/db.server'
import { hashPassword } from '~/lib/password.server'
import { allowed, Refusal } from '~/lib/refusal'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { addPerson, findByAddress, refuseWeak, refusingTaken, type AccountForm } from './people.server'
import type { Actor } from './policy'
import type { AskedRequest } from './request.server'

/** Whether somebody signs in with the mailbox already. Told to whoever has proved it, and to nobody else. */
export async function hasAccount({ institutionId, endorser }: AskedRequest) {
  return (await findByAddress(institutionId, endorser.email)) !== null
}

/**
 * An account for somebody from outside, made from the mailbox that a code has proved. All that was sent there is
 * theirs from then on, what they answered before included. It gives no role: what they confirm counts as before.
 */
export async function openAccount(actor: Actor, { institutionId, endorser }: AskedRequest, { password, ...names }: AccountForm) {
  allowed(actor.kind === 'endorser' && actor.id === endorser.id)
  const { email: address } = endorser
  if (await findByAddress(institutionId, address)) throw new Refusal(words.addressTaken)
  refuseWeak(password, address)
  const account = { institutionId, address, ...names, passwordHash: await hashPassword(password), role: null, unitId: null }
  return refusingTaken(
    transaction(async tx => {
      const person = await addPerson(tx, account)
      await record(tx, person, 'person.signed-up', person.id, { endorser: endorser.id })
      return person.id
    }),
  )
}
