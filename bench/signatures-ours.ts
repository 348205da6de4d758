import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, credentialFacts, endorsementFacts, key, NOW, world } from '../tests/standards/issued'
import { cpu } from './signatures'

const endorsement = await issueChecked(endorsementCredential(endorsementFacts()), key.signer, AWARDED)
const facts = credentialFacts({ endorsements: [endorsement.document] })
const { text } = await issueChecked(openBadge(facts), key.signer, AWARDED)

process.send?.({
  issue: await cpu(60, () => issueChecked(openBadge(facts), key.signer, AWARDED)),
  verify: await cpu(60, () => verifyCredential(text, { now: NOW, lookups: world([key]) })),
})
