import type { Tx } from '~/lib/db.server'
import { insertAll } from '~/lib/insert.server'
import type { SignedCredential } from './credential-document.server'
import { takePlaces, type Place } from './status-list.server'

export interface ToKeep {
  award: { id: string; institutionId: string; studentId: string }
  place: Place
  credential: SignedCredential
}

/** What was signed, with its places in the status list and what it carries (rules 7 and 8). */
export async function keepCredentials(tx: Tx, signed: readonly ToKeep[]): Promise<void> {
  if (signed.length === 0) return
  await takePlaces(tx, signed.map(({ place }) => place))
  await insertAll(tx, 'Credential', signed.map(row))
  const carried = signed.flatMap(({ credential: { id: credentialId, carriedIds } }) => (
    carriedIds.map(endorsementId => ({ credentialId, endorsementId }))
  ))
  await insertAll(tx, 'CredentialEndorsement', carried)
}

function row({ award, place, credential }: ToKeep) {
  const { id, document, digest, because, disclosures, validFrom, validUntil } = credential
  return {
    id, document, digest, because, disclosures, validFrom, validUntil, awardedDate: validFrom, institutionId: award.institutionId, awardId: award.id,
    studentId: award.studentId, listId: place.listId, listIndex: place.index,
  }
}
