import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { demonstrationSeal } from '~/documents/demonstration-seal.server'
import { isInForce, sealName, type Seal } from '~/documents/seal'
import { fileSeal } from '~/documents/file-seal.server'
import { sealedPdf } from '~/documents/sealed-pdf'
import { attachedToPdf } from '~/standards/attached-pdf'
import { hasOpenssl, inDays, issuedSeal, keys, sealOf } from '../seals'
import { readPdf } from './pdf'
import { factsOf } from './specimen-facts'
import { brokenRules, whyNoVera } from './vera'

const folder = mkdtempSync(join(tmpdir(), 'seal-'))
const seals = { 'RSA-3072': sealOf(keys['RSA-3072']()), 'P-256': sealOf(keys['P-256']()) }
const credential = JSON.stringify({ '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], proof: { type: 'DataIntegrityProof' } })
const facts = factsOf({ credential: { ...factsOf().credential, bytes: Buffer.from(credential) } })
const cannotCheck = spawnSync('pdfsig', ['-v']).error !== undefined

afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(cannotCheck).each(Object.entries(seals))(
  'poppler finds the seal valid over the whole file, and broken by any change: %s (skipped without pdfsig)', async (name, seal) => {
    const sealed = await sealedCertificate(seal)
    const told = checked(`${name}.pdf`, sealed)
    expect(told).toContain('Signature is Valid.')
    expect(told).toContain('Total document signed')
    expect(told).toContain('Signature Type: ETSI.CAdES.detached')
    expect(told).toContain('Common Name: Seal of University of Northbridge')
    const changed = Buffer.from(sealed)
    changed[1000] = (changed[1000] ?? 0) ^ 1
    expect(checked('changed.pdf', changed)).toContain('Digest Mismatch')
  },
)

test.skipIf(cannotCheck || !hasOpenssl)('a seal an authority issued carries the chain (skipped without pdfsig and openssl)', async () => {
  const { own, ca, key } = issuedSeal(folder)
  const seal = fileSeal({ chain: [own, ca].map(pem => new X509Certificate(pem)), key })
  const sealed = await sealedCertificate(seal)
  expect(checked('issued.pdf', sealed)).toContain('Signature is Valid.')
  expect(sealed.toString('latin1')).toContain(new X509Certificate(ca).raw.toString('hex'))
})

const noVera = whyNoVera()
test.skipIf(noVera)(`a sealed certificate stays PDF/A-3a and PDF/UA-1${noVera ? ` (skipped: ${noVera})` : ''}`, async () => {
  const files = await Promise.all(Object.entries(seals).map(async ([name, seal]) => {
    const file = join(folder, `${name}, vera.pdf`)
    writeFileSync(file, await sealedCertificate(seal))
    return file
  }))
  expect([...(await brokenRules(files)).values()]).toEqual(files.map(() => ({ '3a': [], 'ua1': [] })))
}, 120_000)

test('what is attached to a sealed certificate is the credential, byte for byte, and found on the verify page', async () => {
  const sealed = await sealedCertificate(seals['P-256'])
  expect(Buffer.from((await readPdf(sealed)).attachments['credential.json'] ?? []).toString()).toBe(credential)
  expect(attachedToPdf(sealed)).toEqual({ text: credential })
})

test('nothing but the place of the seal differs from what was drawn, which is the same each time', async () => {
  const [first, again, plain] = await Promise.all([
    renderCertificate(facts, 'Seal'), renderCertificate(facts, 'Seal'), renderCertificate(facts),
  ])
  expect(first.equals(again)).toBe(true)
  expect(plain.includes('ByteRange')).toBe(false)
  const sealed = await sealedPdf(first, seals['P-256'], new Date())
  const [from, to] = [first.indexOf('/ByteRange'), first.indexOf('>', first.indexOf('/Contents <0000'))]
  expect(sealed.length).toBe(first.length)
  expect(sealed.subarray(0, from).equals(first.subarray(0, from))).toBe(true)
  expect(sealed.subarray(to).equals(first.subarray(to))).toBe(true)
})

test('a name that looks like the place of a seal is not taken for it', async () => {
  const name = '/ByteRange [0 9999999999 9999999999 9999999999]\n/M (D:20260101000000Z)\n/Contents <00'
  const posing = { ...facts, learner: { name } }
  await expect(sealedPdf(await renderCertificate(posing), seals['P-256'], new Date())).rejects.toThrow('no place for a seal')
  const sealed = await sealedPdf(await renderCertificate(posing, name), seals['P-256'], new Date())
  if (!cannotCheck) expect(checked('posing.pdf', sealed)).toContain('Signature is Valid.')
})

test('the seal of a demonstration says what it is, and stays over a restart', () => {
  const home = join(folder, 'data')
  const made = fileSeal(demonstrationSeal(home, 'University of Northbridge', new Date()))
  expect(sealName(made)).toBe('Demonstration seal of University of Northbridge (self-made)')
  expect(demonstrationSeal(home, 'Another', new Date()).chain[0]?.raw).toEqual(made.chain[0]?.raw)
  expect(readdirSync(home)).toEqual(['demonstration-seal.pem'])
  expect(statSync(join(home, 'demonstration-seal.pem')).mode & 0o077).toBe(0)
  expect([isInForce(made, new Date()), isInForce(made, inDays(3660))]).toEqual([true, false])
})

test('a long name of an institution leaves room for what the seal is', () => {
  const { chain } = demonstrationSeal(join(folder, 'long'), 'University of a Very Long Name Indeed, and Longer', new Date())
  expect(chain[0]?.subject).toBe('CN=Demonstration seal of University of a Very Long Name (self-made)')
})

async function sealedCertificate(seal: Seal): Promise<Buffer> {
  return sealedPdf(await renderCertificate(facts, sealName(seal)), seal, new Date())
}

function checked(name: string, pdf: Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, pdf)
  return spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout
}
