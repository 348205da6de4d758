import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { STANDARD_LOOK } from '~/documents/house-look'
import { forms } from './forms'
import { differenceOf, kept, keptPages, pagesOf } from './looks'
import { factsOf } from './specimen-facts'

/** Looked at, found beautiful, and kept: `ACCEPT_LOOKS=1 npx vitest run --project standards looks` keeps what is drawn now. */
const KEPT = fileURLToPath(new URL('looks', import.meta.url))
const DRAWN = fileURLToPath(new URL('../../.cache/looks', import.meta.url))

/** A letter that is another is above; the same letters with softer edges are below. */
const NOTICED = 16

const reason = spawnSync('pdftoppm', ['-v']).error ? 'no pdftoppm' : null
const withReason = reason ? ` (skipped: ${reason})` : ''
/** A seal is not seen, and where a paper is mirrored its words are those of a language written from the right. */
const seen = Object.entries(forms).filter(([name]) => !/sealed|mirrored/.test(name))
const papers = seen.flatMap(([name, render]) => [[name, 'en', render], [name, 'ar', render]] as const)

test.skipIf(reason).each(papers)(`the %s in %s looks as it did when it was looked at${withReason}`, async (name, paper, render) => {
  const pages = await pagesOf(await render({ language: 'pt', activities: 12, paper }))
  const [folder, drawn] = [KEPT, DRAWN].map(place => join(place, paper, name.replaceAll(' ', '-')))
  if (process.env.ACCEPT_LOOKS) await keep(pages, folder ?? '')
  const before = keptPages(folder ?? '')
  const differences = await Promise.all(pages.map((page, at) => differenceOf(page, before[at] ?? Buffer.alloc(0)).catch(() => 255)))
  const isSame = pages.length === before.length && differences.every(difference => difference < NOTICED)
  if (!isSame) await keep(pages, drawn ?? '')
  expect(isSame, `${differences.map(Math.round).join(', ')} of 255; what is drawn now lies in ${drawn}`).toBe(true)
})

test.skipIf(reason)(`another name, colour or level is noticed, and the same paper is not${withReason}`, async () => {
  const facts = factsOf()
  const [page = Buffer.alloc(0)] = await pagesOf(await renderCertificate(facts))
  const against = async (changes: Partial<typeof facts>) => {
    const [other = Buffer.alloc(0)] = await pagesOf(await renderCertificate({ ...facts, ...changes }))
    return differenceOf(page, other)
  }
  expect(await against({})).toBe(0)
  expect(await against({ learner: { name: 'Ana Duarta' } })).toBeGreaterThan(NOTICED)
  expect(await against({ level: { ...facts.level, word: 'Advanced' } })).toBeGreaterThan(NOTICED)
  expect(await against({ awarded: { ...facts.awarded, words: '12 May 2026' } })).toBeGreaterThan(NOTICED)
  const look = { ...STANDARD_LOOK, colours: { ink: '#5a1231', accent: '#a8812f' } }
  expect(await against({ institution: { ...facts.institution, look } })).toBeGreaterThan(NOTICED)
})

async function keep(pages: Buffer[], folder: string) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [at, page] of pages.entries()) writeFileSync(join(folder, `${at + 1}.webp`), await kept(page))
}
