import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { keys as words } from '~/messages/en/keys'
import { isDay, momentOf } from './day'
import { findHouse } from './institution.server'
import { mayKeepKeys, type Actor } from './policy'
import { keyReasons, type KeptKey } from './signing-key'
import { listKeys, reportCompromise, rotateKey, type Rotation } from './signing-key.server'

/** Why, and since when where somebody else may have it. */
export const KeyForm = z
  .object({
    why: z.enum(keyReasons, { error: words.one.chooseWhy }),
    since: z.string().refine(isDay, words.one.sayWhen).optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
  })
  .refine(({ why, since }) => why !== 'compromised' || since !== undefined, {
    path: ['since'], error: words.one.sayWhen,
  })
export type KeyTyped = z.input<typeof KeyForm>

export async function findKey(actor: Actor, id: string): Promise<KeptKey> {
  allowed(mayKeepKeys(actor))
  return found((await listKeys(actor.institutionId)).find(key => key.id === id))
}

/** The key that was shown is changed or reported, never the one that took its place meanwhile (rule 6). */
export async function answerForKey(actor: Actor, id: string, form: z.output<typeof KeyForm>): Promise<'changed' | 'recorded'> {
  const { kind, status } = await findKey(actor, id)
  const rotation = rotationIn(form, (await findHouse()).timeZone)
  if (status === 'active') {
    await rotateKey(actor, rotation, kind, id)
    return 'changed'
  }
  if (rotation.why !== 'compromised' || status === 'compromised') throw new Refusal(words.one.meanwhile)
  await reportCompromise(actor, id, rotation.since)
  return 'recorded'
}

function rotationIn({ why, since, hour = 0 }: z.output<typeof KeyForm>, timeZone: string): Rotation {
  if (why !== 'compromised' || !since) return { why: why === 'lost' ? 'lost' : 'routine' }
  const moment = momentOf(since, hour * 60, timeZone)
  if (moment > now()) throw new Refusal(words.one.notAhead, 'since')
  return { why, since: moment }
}
