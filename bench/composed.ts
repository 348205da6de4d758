import { endorsementCredential } from '~/standards/endorsement-credential'
import { openBadge } from '~/standards/open-badge'
import { credentialFacts, endorsementFacts } from '../tests/standards/issued'

process.send?.({ badge: openBadge(credentialFacts({ endorsements: [] })), endorsement: endorsementCredential(endorsementFacts()) })
