import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { UncoveredCharacters } from '~/documents/characters'
import { emblemPicture } from '~/documents/emblem-picture'
import { startRenderer, type Renderer } from '~/documents/renderer.server'
import { factsOf, names } from './specimen-facts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let renderer: Renderer

beforeAll(async () => {
  // Inside the project, so that the worker finds the same packages as the server does.
  folder = mkdtempSync(join(root, 'node_modules/.certificate-worker-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': join(root, 'app') } },
    build: { ssr: 'app/documents/certificate-worker.ts', outDir: folder, emptyOutDir: true },
  })
  renderer = await startRenderer({ workerUrl: pathToFileURL(join(folder, 'certificate-worker.js')) })
})

afterAll(async () => {
  await renderer?.stop()
  rmSync(folder, { recursive: true })
})

test('the thread draws the same bytes as the page would, in every script', async () => {
  for (const [language, name] of Object.entries(names)) {
    const facts = factsOf({ learner: { name, language } })
    const [there, here] = await Promise.all([renderer.renderCertificate(facts), renderCertificate(facts)])
    expect(there.equals(here)).toBe(true)
  }
})

test('pictures are drawn there too, the same as here', async () => {
  const pictured = { emblem: factsOf().programme.emblem, language: 'en' }
  expect(await renderer.drawPicture({ pictured })).toBe(emblemPicture(pictured))
})

test('while certificates are drawn, the asking thread is free for others', async () => {
  const before = performance.eventLoopUtilization()
  await Promise.all(Array.from({ length: 20 }, () => renderer.renderCertificate(factsOf())))
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3)
})

test('a character no font has comes back by name, and the next certificate is drawn', async () => {
  expect(await renderer.uncoveredCharacters('Ana 🎓', 'en')).toEqual(['🎓'])
  expect(await renderer.uncoveredCharacters(names.ja, 'ja')).toEqual([])
  const refused = renderer.renderCertificate(factsOf({ learner: { name: 'Ana 🎓' } }))
  await expect(refused).rejects.toThrow(UncoveredCharacters)
  await expect(refused).rejects.toHaveProperty('characters', ['🎓'])
  expect((await renderer.renderCertificate(factsOf())).subarray(0, 8).toString()).toBe('%PDF-1.7')
})

test('a mistake in what is asked reaches who asked, and no one else', async () => {
  const facts = factsOf()
  const institution = { ...facts.institution, look: { ...facts.institution.look, colours: { ink: 'blue', accent: '#000000' } } }
  const asked = [{ ...facts, institution }, facts].map(each => renderer.renderCertificate(each))
  const answers = await Promise.allSettled(asked)
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('a thread that breaks fails what it was asked, and another takes its place', async () => {
  const worker = join(folder, 'breaks.js')
  writeFileSync(worker, `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, request }) => {
      if (request.text === 'break') process.exit(3)
      parentPort.postMessage({ id, answer: { uncovered: [] } })
    })`)
  const fragile = await startRenderer({ workerUrl: pathToFileURL(worker) })
  await expect(fragile.uncoveredCharacters('break', 'en')).rejects.toThrow('ended with code 3')
  expect(await fragile.uncoveredCharacters('fine', 'en')).toEqual([])
  await fragile.stop()
})

test('stopping lets what was asked be finished', async () => {
  const other = await startRenderer({ workerUrl: pathToFileURL(join(folder, 'certificate-worker.js')) })
  const asked = Array.from({ length: 5 }, () => other.renderCertificate(factsOf()))
  await other.stop()
  expect((await Promise.all(asked)).map(pdf => pdf.length > 10_000)).toEqual([true, true, true, true, true])
  await expect(other.renderCertificate(factsOf())).rejects.toThrow('stopped')
})
