import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { arabicFacts } from './arabic-facts'
import { factsOf, names } from './specimen-facts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
const file = join(folder, 'certificate.pdf')
const facts = factsOf({ learner: { name: names.ar, language: 'ar' } })

/** Letters that are drawn in another order, joined, taken apart, or not at all. */
const shaped = [
  ['hi', 'हिन्दी मार्गी ज्ञानेन्द्र लक्ष्मी क़ज़ा'],
  ['ne', 'श्रीकान्त त्रिपाठी द्वितीय'],
  ['th', 'เกียรติ์ศักดิ์ ญู ฐุ ป้ ฝี่ ทำ'],
  ['fa', 'گل‌محمدی می‌خواهم'],
  ['vi', 'Nguyễn Thị x̄n̈ Ánh'],
  ['th', 'สมหญิง Smith (น้ำ)'],
  ['hi', 'प्रिया Sharma (पी)'],
] as const
const all = [...Object.entries(names), ...shaped]

beforeAll(async () => {
  for (const [index, [language, name]] of all.entries()) {
    writeFileSync(join(folder, `${index}.pdf`), await renderCertificate(factsOf({ learner: { name, language } })))
  }
  writeFileSync(file, await renderCertificate(facts))
})

afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(isMissing('qpdf'))('qpdf finds no fault and the same attachment (skipped without qpdf)', () => {
  expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
  const attached = execFileSync('qpdf', ['--show-attachment=credential.json', file])
  expect(attached).toEqual(Buffer.from(facts.credential.bytes))
})

const cannotCopy = isMissing('pdftotext')
test.skipIf(cannotCopy).each(all.map(([, name], index) => [name, index] as const))(
  'poppler copies %s exactly, after all scripts were printed (skipped without poppler)', (name, index) => {
    expect(copied(join(folder, `${index}.pdf`))).toContain(`certifies that\n\n${name}\n`)
  },
)

const between = [
  ['ar', 'محمد علي (Mohamed Ali)'],
  ['ar', 'محمد (علي)'],
  ['he', 'שָׁרָה כֹּהֵן'],
  ['he', 'Sara שרה Cohen'],
] as const
test.skipIf(isMissing('qpdf')).each(between)(
  'a name in %s whose order programs lose on the page is said whole: %s (skipped without qpdf)',
  async (language, name) => {
    const mixed = join(folder, 'mixed.pdf')
    writeFileSync(mixed, await renderCertificate(factsOf({ learner: { name, language } })))
    const objects = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', mixed], { encoding: 'utf8', maxBuffer: 1e8 })
    expect(objects.normalize()).toContain(`"/ActualText": "u:${name.normalize()}"`)
  },
)

test.skipIf(isMissing('pdftotext'))('poppler draws it and copies the name (skipped without poppler)', () => {
  const drawn = spawnSync('pdftoppm', ['-r', '50', '-png', file, join(folder, 'page')], { encoding: 'utf8' })
  expect([drawn.status, drawn.stderr]).toEqual([0, ''])
  expect(copied(file)).toContain(names.ar)
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

test.skipIf(cannotScan)('on a mirrored page the code still faces the reader (skipped without zbar and poppler)', async () => {
  const mirrored = join(folder, 'mirrored')
  writeFileSync(`${mirrored}.pdf`, await renderCertificate(arabicFacts()))
  run('pdftoppm', '-r', '96', '-f', '1', '-l', '1', '-png', '-singlefile', `${mirrored}.pdf`, mirrored)
  const read = spawnSync('zbarimg', ['-q', '--raw', `${mirrored}.png`], { encoding: 'utf8' })
  expect(read.stdout.trim()).toBe(facts.credential.url)
  expect(copied(`${mirrored}.pdf`)).toContain('\nتشهد بأن\n\nفاطمة الزهراء بنت محمد\n\nقد نال الشهادة المصغرة\n')
})

/** Without the marks of direction poppler adds. */
function copied(pdf: string): string {
  return run('pdftotext', '-enc', 'UTF-8', pdf, '-').replace(/[\u200e\u200f\u202a-\u202e]/g, '')
}

function run(program: string, ...words: string[]): string {
  return execFileSync(program, words, { encoding: 'utf8' })
}

function isMissing(program: string): boolean {
  return spawnSync(program, ['--version']).error !== undefined
}
