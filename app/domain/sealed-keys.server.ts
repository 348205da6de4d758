import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { open, seal } from '~/lib/vault.server'
import { publicKeyMultibase } from '~/standards/multikey'
import type { KeyKeeper } from './key-keeper'

/** Made here, and kept in the database, sealed under SECRET. */
export const sealedKeys: KeyKeeper = {
  async provide({ id, kind }) {
    const { privateKey } =
      kind === 'P256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
    return {
      publicKeyMultibase: publicKeyMultibase(privateKey),
      encryptedPrivate: seal('signing-key', id, privateKey.export({ format: 'der', type: 'pkcs8' })),
    }
  },

  signerOf({ id, kind, encryptedPrivate }) {
    if (encryptedPrivate === null) throw new Error(`The key ${id} has no private half here.`)
    const key = createPrivateKey({ key: open('signing-key', id, encryptedPrivate), format: 'der', type: 'pkcs8' })
    if (kind === 'P256') return bytes => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
    return bytes => sign(null, bytes, key)
  },
}
