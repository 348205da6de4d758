import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { issueMany } from '~/standards/issue-many'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, credentialFacts, endorsementFacts, key, NOW, world } from '../tests/standards/issued'
import { cpu } from './signatures'

const endorsement = await issueChecked(endorsementCredential(endorsementFacts()), key.signer, AWARDED)
const facts = credentialFacts({ endorsements: [endorsement.document] })
const { text } = await issueChecked(openBadge(facts), key.signer, AWARDED)

const MANY = 100
const many = Array.from({ length: MANY }, (_, at) => openBadge({ ...facts, id: `${facts.id}-${at}` }))
const batch = await cpu(3, () => issueMany(many, key.signer, AWARDED))

process.send?.({
  batch: batch / MANY,
  issue: await cpu(60, () => issueChecked(openBadge(facts), key.signer, AWARDED)),
  verify: await cpu(60, () => verifyCredential(text, { now: NOW, lookups: world([key]) })),
})
