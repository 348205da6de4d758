import { Readable } from 'node:stream'
import { findBecause } from '~/domain/credential.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { disclosedParts } from '~/domain/disclosed-parts.server'
import { findToBake } from '~/domain/elsewhere.server'
import type { Actor } from '~/domain/policy'
import { isPrinted, showCredential, type Standing } from '~/domain/shown-credential.server'
import { found, NotNow } from '~/lib/refusal'
import type { ArchivedFile } from '~/lib/zip.server'
import { certificateOf } from './credential-certificate.server'
import { json, offlineBundle, text } from './offline-bundle.server'

/** Everything that proves a credential; `parts` are opened for its holder. */
export async function* credentialBundle(standing: Standing, actor: Actor | null, parts: readonly string[]): AsyncGenerator<ArchivedFile> {
  const { id } = standing
  const credential = found(await showCredential(standing))
  const disclosed = await disclosedParts(actor, id, parts)
  const beside = [
    ...(await tokenIn(id, actor)),
    text('because.json', found(await findBecause(id, actor))),
    ...(disclosed.length > 0 ? [json('disclosed.json', disclosed)] : []),
  ]
  const toBake = found(await findToBake(id, actor))
  yield* offlineBundle({ kind: 'credential', title: credential.sheet.programme.title, toBake, beside })
  const pdf = isPrinted(standing) ? await certificateOf(id) : null
  if (pdf instanceof Uint8Array) yield { name: 'certificate.pdf', read: () => Readable.from([pdf]) }
}

/** It is signed when it is first asked for: where nobody signs at the moment, all the rest still proves the credential. */
async function tokenIn(id: string, actor: Actor | null): Promise<ArchivedFile[]> {
  try {
    return [text('credential.jwt', found(await findJwt(id, actor)))]
  } catch (error) {
    if (error instanceof NotNow) return []
    throw error
  }
}
