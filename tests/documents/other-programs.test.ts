import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { factsOf, names } from './specimen-facts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
const file = join(folder, 'certificate.pdf')
const facts = factsOf({ learner: { name: names.ar, language: 'ar' } })

beforeAll(async () => {
  for (const [language, name] of Object.entries(names)) {
    await renderCertificate(factsOf({ learner: { name, language } }))
  }
  writeFileSync(file, await renderCertificate(facts))
})

afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(isMissing('qpdf'))('qpdf finds no fault and the same attachment (skipped without qpdf)', () => {
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
  const attached = execFileSync('qpdf', ['--show-attachment=credential.json', file])
  expect(attached).toEqual(Buffer.from(facts.credential.bytes))
})

test.skipIf(isMissing('pdftotext'))('poppler draws it and copies the name (skipped without poppler)', () => {
  const drawn = spawnSync('pdftoppm', ['-r', '50', '-png', file, join(folder, 'page')], { encoding: 'utf8' })
  expect([drawn.status, drawn.stderr]).toEqual([0, ''])
  const text = run('pdftotext', '-enc', 'UTF-8', file, '-').replace(/[\u200e\u200f\u202a-\u202e]/g, '')
  expect(text).toContain(names.ar)
  expect(run('pdffonts', file).split('\n').slice(2, -1).every(line => /yes yes yes/.test(line))).toBe(true)
  expect(run('pdfinfo', file)).toMatch(/Tagged: +yes/)
})

const cannotScan = isMissing('zbarimg') || isMissing('pdftoppm')
test.skipIf(cannotScan)('the QR code holds exactly the address (skipped without zbar and poppler)', () => {
  run('pdftoppm', '-r', '96', '-f', '1', '-l', '1', '-png', '-singlefile', file, join(folder, 'front'))
  expect(readFileSync(join(folder, 'front.png')).length).toBeGreaterThan(10_000)
  const read = spawnSync('zbarimg', ['-q', '--raw', join(folder, 'front.png')], { encoding: 'utf8' })
  expect(read.stdout.trim()).toBe(facts.credential.url)
})

function run(program: string, ...words: string[]): string {
  return execFileSync(program, words, { encoding: 'utf8' })
}

function isMissing(program: string): boolean {
  return spawnSync(program, ['--version']).error !== undefined
}
