import { now } from '~/lib/clock.server'
import { db, transaction, type CredentialModel } from '~/lib/db.server'
import { digestMultibase } from '~/standards/digest'
import { issueJwt } from '~/standards/issue-jwt'
import { textOr } from '~/standards/json'
import { readJwt } from '~/standards/jwt'
import { record } from './audit.server'
import { parsed } from './credential-document.server'
import { findText } from './credential.server'
import { tokenSigner } from './issuer.server'
import type { Actor } from './policy'
import { isStillActive } from './signing-key.server'

/** The credential as a JWT, signed when first asked for and stored verbatim; for whom `findDocument` is. */
export async function findJwt(id: string, actor: Actor | null): Promise<string | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const row = await findText(id, actor)
    if (!row) return null
    if (row.jwt && (await speaksStill(row.jwt))) return row.jwt
    const jwt = await signJwt(row)
    if (jwt) return jwt
  }
  throw new Error(`The key or the text of credential ${id} changed each time while its token was signed.`)
}

const ATTEMPTS = 5

/** Who doesn't ask us can't tell what a stolen key signed before it was: the same is signed again with the next. */
async function speaksStill(jwt: string): Promise<boolean> {
  const read = readJwt(jwt)
  const kid = 'header' in read ? textOr(read.header.kid, '') : ''
  const publicKeyMultibase = kid.slice(kid.indexOf('#') + 1)
  return (await db.signingKey.count({ where: { publicKeyMultibase, status: { not: 'compromised' } } })) === 1
}

/** Null: somebody else signed it, it was erased, or the key was changed meanwhile. */
async function signJwt({ id, institutionId, document, jwt: previous }: CredentialModel): Promise<string | null> {
  const { keyId, signer } = await tokenSigner(institutionId)
  const jwt = await issueJwt(parsed(document), signer, now())
  return transaction(async tx => {
    const { count } = await tx.credential.updateMany({ where: { id, document, jwt: previous }, data: { jwt } })
    if (count === 0) return null
    const details = { key: keyId, digest: digestMultibase(jwt) }
    await record(tx, { kind: 'system', institutionId }, 'credential.signed-as-jwt', id, details)
    if (!(await isStillActive(tx, keyId))) throw new KeyChanged()
    return jwt
  }).catch(error => {
    if (error instanceof KeyChanged) return null
    throw error
  })
}

/** Undoes what the transaction did so far. */
class KeyChanged extends Error {}
