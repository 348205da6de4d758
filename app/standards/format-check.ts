import { failed, passed, unknown, type Check } from './check'
import { VC_1 } from './contexts'
import { findBrokenRule } from './data-model'
import { asList, type JsonObject } from './json'
import { AchievementCredential } from './schema-achievement'
import { EndorsementCredential } from './schema-profile'

export type Kind = 'open-badge' | 'endorsement' | 'clr'

export function kindOf({ type }: JsonObject): Kind | null {
  const types = asList(type)
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) return 'open-badge'
  if (types.includes('EndorsementCredential')) return 'endorsement'
  return types.includes('ClrCredential') ? 'clr' : null
}

export function checkFormat(document: JsonObject): Check {
  const types = asList(document.type)
  if (!types.includes('VerifiableCredential')) return failed('format', { code: 'format.not-a-credential' })
  const kind = kindOf(document)
  if (!kind) return failed('format', { code: 'format.other-credential', types: types.join(', ') })
  if (asList(document['@context'])[0] === VC_1) return unknown('format', { code: 'format.older' })
  const member = findBrokenRule(document)
  if (member) return failed('format', { code: 'format.model', member })
  if (kind === 'clr') return unknown('format', { code: 'format.clr' })
  return passed('format', { code: `format.${kind}` })
}

export function checkSchema(document: JsonObject): Check {
  const kind = kindOf(document)
  const isReadHere = kind !== 'clr' && asList(document['@context'])[0] !== VC_1
  if (!isReadHere) return unknown('schema', { code: 'schema.not-ours' })
  const schema = kind === 'endorsement' ? EndorsementCredential : AchievementCredential
  const [issue] = schema.safeParse(document).error?.issues ?? []
  if (issue) return failed('schema', { code: 'schema.broken', member: issue.path.join('.') })
  return passed('schema', { code: 'schema.followed' })
}
