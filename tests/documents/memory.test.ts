import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const CHILD = fileURLToPath(new URL('memory-child.ts', import.meta.url))

test('whatever somebody puts into a name or a title, no document takes 200 MB more than none', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', CHILD], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const { idle, most }: { idle: number; most: number } = JSON.parse(stdout)
  console.log(`${Math.round(idle / 1e6)} MB idle, ${Math.round(most / 1e6)} MB at most`)
  expect(most - idle).toBeLessThan(200_000_000)
})
