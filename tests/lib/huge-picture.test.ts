import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'

const CHILD = fileURLToPath(new URL('huge-picture-child.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'huge-'))

afterAll(() => rmSync(folder, { recursive: true }))

const blank = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#12315a' } })

test.each([
  ['png', 12_000, 'tooLarge'], ['jpeg', 12_000, 'tooLarge'], ['webp', 12_000, 'tooLarge'], ['png', 7_000, null], ['jpeg', 7_000, null],
] as const)('a %s of %i pixels a side takes less than 200 MB to look at', async (format, side, refused) => {
  const path = join(folder, `${side}.${format}`)
  await blank(side)[format]().toFile(path)
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', CHILD, path], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const seen: { idle: number; most: number; refused: string | null } = JSON.parse(stdout)
  console.log(`${format} of ${side}: ${Math.round((seen.most - seen.idle) / 1e6)} MB more than ${Math.round(seen.idle / 1e6)}`)
  expect(seen.refused).toBe(refused)
  expect(seen.most - seen.idle).toBeLessThan(200_000_000)
})
