import { now } from '~/lib/clock.server'
import type { Db } from '~/lib/db.server'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { leftContacts } from './left-contact.server'
import { validatorOf, type Validated } from './opportunity'
import { normaliseAddress } from './people'

export type Confirmed = Validated & { institutionId: string; unitId: string }

/** Who confirms an opportunity today: its validator, or in their place the deputy; null where both have left. */
export async function presentValidator(client: Db, { institutionId, unitId, ...opportunity }: Confirmed) {
  const today = dayOf(now(), (await findHouse()).timeZone)
  const candidates = [validatorOf(opportunity, today), validatorOf({ ...opportunity, validatorEmail: '' }, today)]
  for (const candidate of candidates) {
    if (!candidate) continue
    const somebody = { institutionId, unitId, normalised: normaliseAddress(candidate.email) }
    if ((await leftContacts(client, somebody, today)).length === 0) return candidate
  }
  return null
}
