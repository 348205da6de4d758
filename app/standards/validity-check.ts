import { failed, passed, type Check } from './check'
import type { JsonObject } from './json'
import { readMoment } from './moment'

export function checkValidity(document: JsonObject, now: Date): Check {
  const { issuanceDate, expirationDate, validFrom = issuanceDate, validUntil = expirationDate } = document
  const [from, until] = [readMoment(validFrom), readMoment(validUntil)]
  if (!from || (validUntil !== undefined && !until))
    return failed('validity', { code: 'validity.unreadable' })
  if (from > now) return failed('validity', { code: 'validity.not-yet', from: from.toISOString() })
  if (!until) return passed('validity', { code: 'validity.open', from: from.toISOString() })
  if (until < now) return failed('validity', { code: 'validity.over', until: until.toISOString() })
  return passed('validity', { code: 'validity.until', from: from.toISOString(), until: until.toISOString() })
}
