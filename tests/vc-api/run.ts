// npm run vc-api: what the conformance suites of W3C talk to, on loopback.
import { startVcApi } from './server'

const port = Number(process.env.VC_API_PORT ?? 4480)
const { origin, issuer, tokenIssuer, lists } = await startVcApi(port, port + 1)
console.log(`VC API at ${origin}`)
console.log(`  proofs inside: ${issuer.id}`)
console.log(`  tokens, at ${origin}/tokens: ${tokenIssuer.id}`)
console.log(`  status lists: ${lists.map(({ url }) => url).join(' ')}`)
