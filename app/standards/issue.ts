import { failed, verdict, type Check } from './check'
import { checkFormat, checkSchema } from './format-check'
import { innerCredentials } from './inner-credentials'
import { hasType, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { checkProofs } from './proof-check'
import { sign, type Hashing, type Signer } from './proof'
import { readJson, type Unreadable } from './strict-json'
import { inTurns } from './turns'

export interface Issued {
  /** The exact text to keep and to serve for ever. */
  text: string
  document: JsonObject
}

/** A document of our own making that we could not verify ourselves. It must not leave the house. */
export class NotIssued extends Error {
  constructor(readonly checks: Check[]) {
    const wrong = checks.filter(check => check.outcome !== 'passed')
    super(`Not issued: ${wrong.map(check => JSON.stringify(check.detail)).join(', ')}`)
  }
}

/**
 * Rule 7: signs, then reads the signed text back as a stranger would, with the proofs of all it carries.
 * @throws NotIssued, or NotCanonical where a word is none of the contexts'
 */
export async function issueChecked(unsigned: JsonObject, signer: Signer, created: Date): Promise<Issued> {
  const text = JSON.stringify(await sign(unsigned, signer, created))
  return { text, document: await readAsStranger(text, created) }
}

/** @throws NotIssued */
export async function readAsStranger(text: string, created: Date): Promise<JsonObject> {
  const read = readJson(text)
  if (!('document' in read)) throw new NotIssued([unreadable(read.unreadable)])
  await assertSound(read.document, created)
  return read.document
}

/** @throws NotIssued */
export async function assertSound(document: JsonObject, created: Date, hashing?: Hashing): Promise<void> {
  const checks = await soundness(document, created, hashing)
  if (verdict(checks) !== true) throw new NotIssued(checks)
}

/** What needs neither a clock nor the world: those who hold a credential will ask the rest. */
async function soundness(document: JsonObject, created: Date, hashing?: Hashing): Promise<Check[]> {
  const { checks: proofs } = await checkProofs(document, created, NOWHERE, hashing)
  if (hasType(document, 'BitstringStatusListCredential')) return proofs
  const inner = await inTurns(innerCredentials(document), inner => innerSoundness(inner, created, hashing))
  return [checkFormat(document), checkSchema(document), ...proofs, ...inner.flat()]
}

async function innerSoundness(inner: JsonObject | string, created: Date, hashing?: Hashing): Promise<Check[]> {
  return typeof inner === 'string' ? [unreadable('not-an-object')] : soundness(inner, created, hashing)
}

const nothing = async () => null
const NOWHERE: Lookups = { issuerKeys: nothing, statusList: nothing, published: nothing }

function unreadable(why: Unreadable): Check {
  return failed('format', { code: 'format.unreadable', why })
}
