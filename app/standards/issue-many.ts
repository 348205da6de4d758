import { canonicalByParts } from './canonical-parts'
import { sha256 } from './digest'
import { assertSound, readAsStranger } from './issue'
import type { JsonObject } from './json'
import { sign, type Hashing, type Signer } from './proof'

/** The exact text to keep, or why there is none: one that cannot be signed keeps no other from it. */
export type IssuedText = { text: string } | { why: string }

const ONE_IN = 100

/**
 * Rule 7 for many at once: every signature is checked, those inside too, with format and schema; the first, the last
 * and one in a hundred are read back by the ordinary verifier, which shares nothing with how they were hashed here.
 *
 * @throws NotIssued where the two disagree: then none of them is to be trusted; or what the signer throws
 */
export async function issueMany(unsigned: readonly JsonObject[], signer: Signer, created: Date): Promise<IssuedText[]> {
  const issued: IssuedText[] = []
  const toldApart = tellingApart(signer)
  for (const document of unsigned) issued.push(await issueOne(document, toldApart, created))
  const texts = issued.flatMap(each => ('text' in each ? [each.text] : []))
  for (const [at, text] of texts.entries()) {
    if (at % ONE_IN === 0 || at === texts.length - 1) await readAsStranger(text, created)
  }
  return issued
}

async function issueOne(unsigned: JsonObject, signer: Signer, created: Date): Promise<IssuedText> {
  try {
    const own = hashByParts(unsigned)
    const hashing: Hashing = other => (other.id === unsigned.id ? own : hashByParts(other))
    const document = await sign(unsigned, signer, created, hashing)
    await assertSound(document, created, hashing)
    return { text: JSON.stringify(document) }
  } catch (cause) {
    if (cause instanceof NobodySigns) throw cause.cause
    return { why: cause instanceof Error ? cause.message : 'unknown' }
  }
}

/** No fault of the document: the next would not be signed either. */
class NobodySigns extends Error {}

function tellingApart({ verificationMethod, sign }: Signer): Signer {
  return {
    verificationMethod,
    async sign(bytes) {
      try {
        return await sign(bytes)
      } catch (cause) {
        throw new NobodySigns('The signer did not sign.', { cause })
      }
    },
  }
}

const hashByParts: Hashing = async unsecured => sha256(await canonicalByParts(unsecured))
