import { execFileSync, spawnSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileSeal } from '~/documents/file-seal.server'
import { selfMadeCertificate } from '~/documents/self-made-certificate'

const DAY = 86_400_000
export const inDays = (days: number) => new Date(Date.now() + days * DAY)

export const keys = {
  'RSA-3072': () => generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey,
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
}

export const pemOf = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }))

export function certificateOf(key: KeyObject, commonName = 'Seal of University of Northbridge', from = -1, to = 365): string {
  return selfMadeCertificate({ commonName, from: inDays(from), to: inDays(to) }, key)
}

export function sealOf(key: KeyObject) {
  return fileSeal({ chain: [new X509Certificate(certificateOf(key))], key })
}

export const hasOpenssl = !spawnSync('openssl', ['version']).error

/** As an institution gets it: from an authority, with its certificate behind. */
export function issuedSeal(folder: string) {
  const at = (name: string) => join(folder, name)
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: ['ignore', 'ignore', 'ignore'] })
  openssl('req', '-x509', '-newkey', 'rsa:3072', '-nodes', '-keyout', at('ca.key'), '-out', at('ca.pem'), '-subj', '/CN=Test authority')
  openssl('req', '-newkey', 'rsa:3072', '-nodes', '-keyout', at('seal.key'), '-out', at('seal.csr'), '-subj', '/O=Northbridge/CN=Seal')
  openssl('x509', '-req', '-in', at('seal.csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-out', at('own.pem'))
  const [own, ca] = ['own.pem', 'ca.pem'].map(name => readFileSync(at(name), 'utf8'))
  return { own: `${own}`, ca: `${ca}`, key: createPrivateKey(readFileSync(at('seal.key'))) }
}
