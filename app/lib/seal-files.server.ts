import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The seal's own certificate first, each issued by the one after it. */
export interface SealFiles {
  chain: X509Certificate[]
  key: KeyObject
}

/** What the two files hold, or which setting is wrong and why. */
export function readSealFiles(certificateFile: string, keyFile: string, at: Date): SealFiles | { wrong: string } {
  try {
    const chain = chainIn(readText('SEAL_CERTIFICATE', certificateFile))
    const own = chain[0] ?? refuse('SEAL_CERTIFICATE', `${certificateFile} holds no certificate in PEM`)
    const day = (told: string) => new Date(told).toISOString().slice(0, 10)
    if (new Date(own.validTo) < at) refuse('SEAL_CERTIFICATE', `expired on ${day(own.validTo)}: ask who issued it for the next one`)
    if (new Date(own.validFrom) > at) refuse('SEAL_CERTIFICATE', `holds only from ${day(own.validFrom)} on`)
    if (chain.some((each, index) => index > 0 && !chain[index - 1]?.checkIssued(each))) {
      refuse('SEAL_CERTIFICATE', 'must have the seal’s own certificate first, and after each the one that issued it')
    }
    const key = keyIn(readText('SEAL_KEY', keyFile))
    if (!own.checkPrivateKey(key)) refuse('SEAL_KEY', 'is not the key of the first certificate in SEAL_CERTIFICATE')
    return { chain, key }
  } catch (error) {
    if (error instanceof Wrong) return { wrong: error.message }
    throw error
  }
}

class Wrong extends Error {}

function refuse(setting: string, why: string): never {
  throw new Wrong(`${setting}  ${why}`)
}

function readText(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return refuse(setting, `${file} cannot be read`)
  }
}

function chainIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map(block => new X509Certificate(block))
  } catch {
    return refuse('SEAL_CERTIFICATE', 'holds what is no certificate')
  }
}

function keyIn(pem: string): KeyObject {
  const key = readKey(pem)
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  const isStrong = type === 'rsa' && (details?.modulusLength ?? 0) >= 2048
  const isP256 = type === 'ec' && details?.namedCurve === 'prime256v1'
  return isStrong || isP256 ? key : refuse('SEAL_KEY', 'must be an RSA key of at least 2048 bits, or one on the curve P-256')
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    return refuse('SEAL_KEY', 'must be a file with one private key in PEM, without a passphrase')
  }
}
