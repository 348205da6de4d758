import type { Tx } from '~/lib/db.server'
import { insertAll } from '~/lib/insert.server'
import type { Signed } from './issue-together.server'
import { takePlaces } from './status-list.server'

/** What was signed, with its places in the status list and what it carries (rules 7 and 8). */
export async function keepCredentials(tx: Tx, signed: readonly Signed[]): Promise<void> {
  if (signed.length === 0) return
  await takePlaces(tx, signed.map(({ place }) => place))
  await insertAll(tx, 'Credential', signed.map(row))
  const carried = signed.flatMap(({ credential: { id: credentialId, carriedIds } }) => (
    carriedIds.map(endorsementId => ({ credentialId, endorsementId }))
  ))
  await insertAll(tx, 'CredentialEndorsement', carried)
}

function row({ grounds: { award }, place, credential }: Signed) {
  const { id, document, digest, because, parts, validFrom, validUntil } = credential
  return {
    id, document, digest, because, validFrom, validUntil, awardedDate: validFrom,
    disclosures: JSON.stringify(parts), institutionId: award.institutionId, awardId: award.id,
    studentId: award.studentId, listId: place.listId, listIndex: place.index,
  }
}
