import { execFileSync } from 'node:child_process'
import { mkdtempSync, openSync, closeSync, rmSync, writeSync, writeFileSync, ftruncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { open as openZip, type Entry } from 'yauzl'
import { afterAll, expect, test } from 'vitest'
import { rangeIn } from '~/lib/ranged-reply.server'
import { storedZip, type StoredEntry } from '~/lib/stored-zip.server'
import { filesInZip } from '~/lib/zip-files.server'

const folder = mkdtempSync(join(tmpdir(), 'vouch-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = new Date('2026-11-02T09:30:15Z')

function entry(name: string, text: string): StoredEntry {
  const bytes = Buffer.from(text)
  return { name, bytes: bytes.length, crc32: crc32(bytes), read: (from, to) => Readable.from([bytes.subarray(from, to + 1)]) }
}

const three = [entry('Ana Ružić, Community.pdf', 'first '.repeat(50)), entry('empty.pdf', ''), entry('آنا، شهادة.pdf', 'third')]
const whole = async (zip = storedZip(three, at)) => buffer(Readable.from(zip.read(0, zip.bytes - 1)))

test('an archive is as long as it said, and other programs find every file in it as it was', async () => {
  const bytes = await whole()
  expect(bytes.length).toBe(storedZip(three, at).bytes)
  const path = join(folder, 'three.zip')
  writeFileSync(path, bytes)
  expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected')
  const files = await filesInZip(bytes, { files: 10, bytes: 10_000, bytesInAll: 10_000 })
  expect(files).toEqual([
    { name: 'Ana Ružić, Community.pdf', bytes: Buffer.from('first '.repeat(50)) },
    { name: 'empty.pdf', bytes: Buffer.alloc(0) },
    { name: 'آنا، شهادة.pdf', bytes: Buffer.from('third') },
  ])
})

test('the same files give the same bytes, and every part of them is that part of the whole', async () => {
  const [bytes, again] = [await whole(), await whole()]
  expect(again.equals(bytes)).toBe(true)
  const zip = storedZip(three, at)
  for (let from = 0; from < zip.bytes; from += 7) {
    for (const to of [from, from + 1, from + 100, zip.bytes - 1].filter(each => each < zip.bytes)) {
      expect((await buffer(Readable.from(zip.read(from, to)))).equals(bytes.subarray(from, to + 1))).toBe(true)
    }
  }
})

test('an empty archive is one', async () => {
  expect((await whole(storedZip([], at))).toString('latin1')).toBe(`PK\x05\x06${'\0'.repeat(18)}`)
})

test('a file that became shorter breaks the archive off', async () => {
  const zip = storedZip([{ ...entry('one.pdf', 'short'), bytes: 10 }], at)
  await expect(whole(zip)).rejects.toThrow('not as long as it was')
})

test('more files than 65,535 are all listed', async () => {
  const many = Array.from({ length: 70_000 }, (_, n) => entry(`${n}.pdf`, String(n)))
  const path = join(folder, 'many.zip')
  writeFileSync(path, await whole(storedZip(many, at)))
  expect(await namesIn(path)).toEqual(many.map(({ name }) => name))
  expect(execFileSync('unzip', ['-tqq', path], { encoding: 'utf8' })).toBe('')
})

test('files behind the first 4 GB are found where they are', async () => {
  const none: StoredEntry = { name: '', bytes: 2 ** 31, crc32: 0, read: () => Readable.from([]) }
  const far = [0, 1, 2].map(n => ({ ...none, name: `${n}.pdf` })).concat(entry('last.pdf', 'behind them'))
  const zip = storedZip(far, at)
  const path = join(folder, 'far.zip')
  const file = openSync(path, 'w')
  ftruncateSync(file, zip.bytes) // of the long ones nothing is written: their place is left
  const last = 3 * (30 + 5 + 2 ** 31)
  writeSync(file, await buffer(Readable.from(zip.read(last, zip.bytes - 1))), 0, null, last)
  closeSync(file)
  expect(await namesIn(path)).toEqual(['0.pdf', '1.pdf', '2.pdf', 'last.pdf'])
  expect(execFileSync('unzip', ['-p', path, 'last.pdf'], { encoding: 'utf8' })).toBe('behind them')
})

function namesIn(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error)
      const names: string[] = []
      zip.on('entry', (each: Entry) => names.push(each.fileName))
      zip.once('end', () => resolve(names)).once('error', reject)
    })
  })
}

test('RFC 9110 §14: one range is given, what lies behind the end is refused, and anything else is the whole', () => {
  const file = { name: '', mediaType: '', bytes: 100, etag: '"one"', read: () => Readable.from([]) }
  const asked = (range: string, more: Record<string, string> = {}, method = 'GET') => rangeIn({ method, headers: { range, ...more } }, file)
  expect(asked('bytes=0-9')).toEqual({ from: 0, to: 9 })
  expect(asked('bytes=90-')).toEqual({ from: 90, to: 99 })
  expect(asked('bytes=90-1000')).toEqual({ from: 90, to: 99 })
  expect(asked('bytes=-10')).toEqual({ from: 90, to: 99 })
  expect(asked('bytes=-1000')).toEqual({ from: 0, to: 99 })
  expect([asked('bytes=100-'), asked('bytes=-0')]).toEqual(['none', 'none'])
  for (const other of ['', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b']) expect(asked(other)).toBe(null)
  expect(asked('bytes=5-', { 'if-range': '"one"' })).toEqual({ from: 5, to: 99 })
  for (const held of ['"other"', 'W/"one"', 'Mon, 02 Nov 2026 09:30:15 GMT']) expect(asked('bytes=5-', { 'if-range': held })).toBe(null)
  expect(asked('bytes=5-', {}, 'HEAD')).toBe(null)
})
