import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { paperLanguages } from '~/messages/paper-languages'
import { forms } from './forms'
import { hostileNames } from './hostile-names'
import { everyPair, pairsIn } from './pairwise'
import { factsOf, names } from './specimen-facts'
import { brokenRules, whyNoVera } from './vera'

const MINUTES = 60_000
const reason = whyNoVera()
const withReason = reason ? ` (skipped: ${reason})` : ''
const folder = mkdtempSync(join(tmpdir(), 'validity-'))

afterAll(() => rmSync(folder, { recursive: true }))

const languages = Object.keys(names).filter((language): language is keyof typeof names => language in names)
const lengths = [1, 12, 300]
const sizes = [Object.keys(forms).length, languages.length, lengths.length, paperLanguages.length]
const rows = everyPair(sizes)

test('every form, script, number of activities and language of the paper meets every other in the files that are checked', () => {
  const met = new Set(rows.flatMap(row => pairsIn(row).map(pair => JSON.stringify(pair))))
  const pairs = sizes.flatMap((size, at) => sizes.slice(at + 1).map(other => size * other))
  expect(met.size).toBe(pairs.reduce((sum, each) => sum + each, 0))
  expect(rows.length).toBeGreaterThanOrEqual(100)
  expect(rows.length).toBeLessThan(sizes.reduce((product, size) => product * size, 1))
})

test.skipIf(reason)(`veraPDF finds each of them PDF/A-3a and PDF/UA-1${withReason}`, async () => {
  const files: string[] = []
  for (const [form = 0, language = 0, length = 0, paper = 0] of rows) {
    const [name, render] = Object.entries(forms)[form] ?? []
    const told = { language: languages[language] ?? 'pt', activities: lengths[length] ?? 1, paper: paperLanguages[paper] ?? 'en' }
    const file = join(folder, `${name}, ${told.language}, ${told.activities}, ${told.paper}.pdf`)
    if (render) writeFileSync(file, await render(told))
    files.push(file)
  }
  const broken = [...(await brokenRules(files))].filter(([, rules]) => rules['3a'].length + rules.ua1.length > 0)
  expect(broken).toEqual([])
}, 10 * MINUTES)

test.skipIf(reason)(`veraPDF finds nothing in what somebody could put into a name or a title${withReason}`, async () => {
  const files: string[] = []
  for (const [index, name] of Object.values(hostileNames).entries()) {
    const facts = factsOf({ learner: { name } })
    files.push(join(folder, `hostile ${index}.pdf`))
    writeFileSync(files[index] ?? '', await renderCertificate({ ...facts, programme: { ...facts.programme, title: name } }))
  }
  const broken = [...(await brokenRules(files))].filter(([, rules]) => rules['3a'].length + rules.ua1.length > 0)
  expect(broken).toEqual([])
}, 5 * MINUTES)

test.skipIf(reason)(`veraPDF does notice what is wrong${withReason}`, async () => {
  const whole = (await renderCertificate(factsOf())).toString('latin1')
  const changes = {
    unnamed: whole.replace('<pdfuaid:part>1</pdfuaid:part>', found => ' '.repeat(found.length)),
    untagged: whole.replace('/Marked true', '/Marked null'),
    colourless: whole.replace('/OutputIntents', '/OutputIntentz'),
  }
  const files = Object.entries(changes).map(([name, file]) => {
    expect(file).not.toBe(whole)
    writeFileSync(join(folder, `${name}.pdf`), file, 'latin1')
    return join(folder, `${name}.pdf`)
  })
  const [unnamed, untagged, colourless] = [...(await brokenRules(files)).values()]
  expect(unnamed).toEqual({ '3a': [], 'ua1': ['5-1', 'not compliant'] })
  expect(untagged?.ua1).toContain('6.2-1')
  expect(colourless?.['3a']).toContain('not compliant')
}, 2 * MINUTES)
