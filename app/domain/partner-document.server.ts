import { wordsIn } from '~/messages/messages'
import { achievementEndorsement } from '~/standards/achievement-endorsement'
import { issueChecked } from '~/standards/issue'
import { achievementUrl } from './achievement.server'
import { signingIssuer } from './issuer.server'
import type { Partner } from './partner.server'

/**
 * What a partner says of a published version, as a signed EndorsementCredential: the institution records what
 * somebody with a confirmed mailbox said. Answers the exact text to store, and the key.
 */
export async function signPartnerEndorsement(partner: Partner, statement: string, endorsedAt: Date) {
  const { institution, origin, facts: issuer, signer, keyId } = await signingIssuer(partner.institutionId)
  const { messages: { partners } } = wordsIn(institution.language, institution.timeZone, endorsedAt)
  const unsigned = achievementEndorsement({
    id: partnerEndorsementUrl(origin, partner.publicId),
    issuer,
    name: partners.endorsedBy(partner.name, partner.organisation),
    achievementId: achievementUrl(origin, partner.programme.publicId),
    endorsedAt,
    statement,
    record: [partners.codeSentence, partners.recordedBy(institution.name)],
  })
  const { text } = await issueChecked(unsigned, signer, endorsedAt)
  return { document: text, keyId }
}

export function partnerEndorsementUrl(origin: string, publicId: string) {
  return `${origin}/partner-endorsements/${publicId}`
}
