import './example-words'
import { verdict, type Check } from '~/standards/check'
import { NotCanonical } from '~/standards/canonical-rdf'
import { VC_1 } from '~/standards/contexts'
import { NotIssued } from '~/standards/issue'
import { asList, isObject, textOr, type Json, type JsonObject } from '~/standards/json'
import type { Lookups } from '~/standards/lookups'
import { readJson } from '~/standards/strict-json'
import { checkCredential, issueInEnvelope, issueWithProof, type Expected, type World } from './credentials'
import { newEd25519Issuer, newP256Issuer, type KeyIssuer } from './issuers'
import { checkPresentation } from './presentations'
import { newStatusList, type StatusList } from './status-lists'

export interface Answer {
  status: number
  /** A text is sent as it is. */
  body: string | JsonObject
}

export interface VcApi {
  /** Who issues with a proof inside, and who as a token. */
  issuer: KeyIssuer
  tokenIssuer: KeyIssuer
  lists: StatusList[]
  answer(method: string, path: string, body: string): Promise<Answer>
}

type Verb = (asked: JsonObject) => Promise<Answer>

/** The doors that the suites of W3C knock at. `listOrigin` is where the status lists answer, by HTTPS. */
export function newVcApi(listOrigin: string): VcApi {
  const [issuer, tokenIssuer] = [newEd25519Issuer(), newP256Issuer()]
  const list = newStatusList(`${listOrigin}/status/1`, issuer)
  const tokenList = newStatusList(`${listOrigin}/status/2`, tokenIssuer)
  const lists = [list, tokenList]
  const world = () => ({ now: new Date(), lookups: lookupsIn(lists) })
  const verbs = new Map<string, Verb>([
    ['/credentials/issue', asked => issue(asked, list, unsigned => issueWithProof(unsigned, issuer, world()))],
    [
      '/tokens/credentials/issue',
      asked => issue(asked, tokenList, unsigned => issueInEnvelope(unsigned, tokenIssuer, world())),
    ],
    ['/credentials/verify', asked => verify(asked.verifiableCredential, asked.options, world(), checkCredential)],
    [
      '/presentations/verify',
      asked => verify(asked.verifiablePresentation, asked.options, world(), checkPresentation),
    ],
  ])
  const answer = async (method: string, path: string, body: string) => {
    const published = lists.find(({ url }) => url === listOrigin + path)
    if (method === 'GET' && published) return { status: 200, body: await published.textAt(new Date()) }
    const verb = method === 'POST' ? verbs.get(path) : undefined
    const read = readJson(body)
    if (!verb) return { status: 404, body: {} }
    return 'document' in read ? verb(read.document) : refusal([{ title: 'body', detail: read.unreadable }])
  }
  return { issuer, tokenIssuer, lists, answer }
}

/** A did:key needs no asking; lists are those that are kept here, and nothing is fetched. */
function lookupsIn(lists: StatusList[]): Lookups {
  return {
    issuerKeys: async () => null,
    statusList: async url => lists.find(list => list.url === url)?.textAt(new Date()) ?? null,
    published: async () => null,
  }
}

async function issue(
  { credential }: JsonObject, list: StatusList, sign: (credential: JsonObject) => Promise<JsonObject>,
): Promise<Answer> {
  if (!isObject(credential)) return refusal([{ title: 'credential', detail: 'missing' }])
  try {
    return { status: 201, body: await sign(withStatus(credential, list)) }
  } catch (error) {
    if (error instanceof NotIssued) return refusal(error.checks.map(problem))
    if (error instanceof NotCanonical) return refusal([{ title: 'credential', detail: error.message }])
    throw error
  }
}

/** The context of VC 1.1 has no words for an entry in a list. */
function withStatus(credential: JsonObject, list: StatusList): JsonObject {
  const isOlder = asList(credential['@context'])[0] === VC_1
  return isOlder ? credential : { credentialStatus: list.nextEntry(), ...credential }
}

async function verify(
  received: Json | undefined, options: Json | undefined, world: World,
  check: (received: JsonObject, world: World, expected: Expected) => Promise<Check[]>,
): Promise<Answer> {
  if (!isObject(received)) return refusal([{ title: 'document', detail: 'missing' }])
  const checks = await check(received, world, expectedIn(isObject(options) ? options : {}))
  if (verdict(checks) === true) return { status: 200, body: { verified: true, checks: [], errors: [] } }
  return refusal(checks.filter(({ outcome }) => outcome !== 'passed').map(problem))
}

function expectedIn({ expectedProofPurpose: purpose, challenge, domain }: JsonObject): Expected {
  return {
    purpose: purpose === 'authentication' || purpose === 'assertionMethod' ? purpose : undefined,
    challenge: textOr(challenge, undefined),
    domain: textOr(domain, undefined),
  }
}

function problem({ name, detail }: Check): JsonObject {
  return { title: name, detail: JSON.stringify(detail) }
}

function refusal(errors: JsonObject[]): Answer {
  return { status: 400, body: { verified: false, errors } }
}
