import { canonicalByParts } from '~/standards/canonical-parts'
import { clrCredential } from '~/standards/clr'
import { sha256 } from '~/standards/digest'
import { endorsementCredential } from '~/standards/endorsement-credential'
import type { JsonObject } from '~/standards/json'
import { openBadge, type CredentialFacts } from '~/standards/open-badge'
import type { IssuerFacts } from '~/standards/profile'
import { sign, type Signer } from '~/standards/proof'
import { AWARDED, credentialFacts, endorsementFacts, issuer as northbridge, key, LIST, ORIGIN } from './issued'

interface Size {
  activities: number
  credentials: number
  /** Of each. */
  endorsements: number
}

interface By {
  issuer: IssuerFacts
  signer: Signer
}

/** A signed CLR of as many members, each of them another, as each of its endorsements is. */
export async function largeRecord(
  { activities, credentials, endorsements }: Size, { issuer, signer }: By = { issuer: northbridge, signer: key.signer },
): Promise<JsonObject> {
  const signed = (unsigned: JsonObject) => sign(unsigned, signer, AWARDED, async document => sha256(await canonicalByParts(document)))
  const member = async (at: number, changes: Partial<CredentialFacts>) => {
    const said = Array.from({ length: endorsements }, (_, each) => signed(endorsement(at, each, issuer)))
    const status = { list: LIST, index: 10_000 + at }
    return signed(openBadge(credentialFacts({ ...changes, ...work(at), issuer, endorsements: await Promise.all(said), status })))
  }
  const members: JsonObject[] = []
  for (let at = 0; at < activities; at++) members.push(await member(at, { id: `urn:uuid:${uuid(at, 1)}` }))
  for (let at = 0; at < credentials; at++) members.push(await member(activities + at, { id: `${ORIGIN}/credentials/${at}` }))
  return sign(clrCredential({
    id: `${ORIGIN}/transcripts/all`, issuer, name: 'Transcript', description: 'All of it, as at 2 May 2026.', madeAt: AWARDED,
    recipient: { name: 'Chidi Okafor' }, credentials: members, associations: [], status: { list: LIST, index: 1 },
  }), signer, AWARDED)
}

function endorsement(at: number, each: number, issuer: IssuerFacts): JsonObject {
  return endorsementCredential(endorsementFacts({
    issuer,
    id: `${ORIGIN}/endorsements/${at}-${each}`, revisionId: uuid(at, 0), statement: `What was said of work ${at} by witness ${each}.`,
    status: { list: LIST, index: 20_000 + at * 10 + each },
  }))
}

function work(at: number): Pick<CredentialFacts, 'achievement' | 'activities'> {
  const activity = { revisionId: uuid(at, 0), title: `Saturday shifts ${at}`, narrative: `Shift lead, ${at} hours.`, genre: 'Volunteering' }
  return { achievement: { ...credentialFacts().achievement, id: `urn:uuid:${uuid(at, 2)}` }, activities: [activity] }
}

const uuid = (at: number, kind: number) => `01978f2e-6a43-7c6b-9d5${kind}-${at.toString(16).padStart(12, '0')}`
