import { verdict } from './check'
import { issuerIdOf } from './data-model'
import { NotIssued } from './issue'
import { asList, isObject, present, type Json, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { readMoment } from './moment'
import type { Signer } from './proof'
import { verifyCredential } from './verification'

/**
 * A credential that has been issued, in compact form: Open Badges 3.0 §8.2, with ES256. What signs answers R and S
 * side by side (RFC 7518 §3.4). Signed, then read back as a stranger would (rule 7).
 *
 * @throws NotIssued
 */
export async function issueJwt(issued: JsonObject, signer: Signer, created: Date): Promise<string> {
  const text = await signJwt(issued, signer, created)
  await assertSound(text, created)
  return text
}

/** Of any credential, whatever it is about. */
export async function signJwt(credential: JsonObject, signer: Signer, created: Date): Promise<string> {
  const header = { alg: 'ES256', kid: signer.verificationMethod, typ: 'JWT' }
  const content = `${part(header)}.${part(payloadOf(credential, created))}`
  const signature = await signer.sign(Buffer.from(content))
  return `${content}.${Buffer.from(signature).toString('base64url')}`
}

/** The credential itself without the proof inside it, and what it says of itself in the words of a token. */
function payloadOf({ proof: _, ...credential }: JsonObject, created: Date): JsonObject {
  const { id, credentialSubject, validFrom, validUntil } = credential
  const [subject] = asList(credentialSubject).filter(isObject)
  return present({
    ...credential,
    iss: issuerIdOf(credential) ?? undefined,
    sub: subject?.id,
    jti: id,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
    iat: Math.floor(created.getTime() / 1000),
  })
}

/** Of the credential and of all it carries. */
const NEEDED = ['format', 'schema', 'proof', 'subject']

/** What needs neither a clock nor the world: those who hold a credential will ask the rest. */
async function assertSound(text: string, now: Date): Promise<void> {
  const { checks, inner } = await verifyCredential(text, { now, lookups: NOWHERE })
  const asked = [checks, ...inner.map(each => each.checks)].flat().filter(({ name }) => NEEDED.includes(name))
  if (verdict(asked) !== true) throw new NotIssued(asked)
}

const nothing = async () => null
const NOWHERE: Lookups = { issuerKeys: nothing, statusList: nothing, published: nothing }

function part(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(moment: Json | undefined): number | undefined {
  const date = readMoment(moment)
  return date ? Math.floor(date.getTime() / 1000) : undefined
}
