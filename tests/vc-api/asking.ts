import { get } from 'node:https'
import { startVcApi, type RunningVcApi } from './server'
import { VC_2 } from '~/standards/contexts'
import { isObject, type Json, type JsonObject } from '~/standards/json'

/** The facade as the suites meet it: over the wire, with nothing but JSON in and out. */
export async function openVcApi() {
  const api = await startVcApi()
  const ask = async (path: string, body: Json) => {
    const response = await fetch(api.origin + path, { method: 'POST', body: JSON.stringify(body) })
    const answer: Json = await response.json()
    return { status: response.status, body: isObject(answer) ? answer : {} }
  }
  return {
    api,
    ask,
    /** What a suite sends where nothing is wrong, but for the changes. */
    plain: (changes: JsonObject = {}) => plainCredential(api, changes),
    issue: (credential: JsonObject, path = '/credentials/issue') => ask(path, { credential, options: {} }),
    verify: (verifiableCredential: Json, options: JsonObject = {}) =>
      ask('/credentials/verify', { verifiableCredential, options }),
    present: (verifiablePresentation: Json, options: JsonObject = {}) =>
      ask('/presentations/verify', { verifiablePresentation, options }),
    close: api.close,
  }
}

function plainCredential({ issuer }: RunningVcApi, changes: JsonObject): JsonObject {
  return {
    '@context': [VC_2],
    type: ['VerifiableCredential'],
    issuer: issuer.id,
    credentialSubject: { id: 'did:example:subject' },
    ...changes,
  }
}

/** As a suite does: the certificate is nobody's, and it does not ask whose. */
export function dereference(url: string): Promise<JsonObject> {
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false, agent: false }, response => resolve(objectIn(response))).on('error', reject)
  })
}

async function objectIn(stream: AsyncIterable<Buffer>): Promise<JsonObject> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const value: Json = JSON.parse(Buffer.concat(chunks).toString())
  return isObject(value) ? value : {}
}
