import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe } from 'vitest'
import type { JsonObject } from '~/standards/json'

/** Published schemas, contexts and samples: read where they lie, never copied. */
const folder = resolve(import.meta.dirname, '../..', process.env.CONFORMANCE_DIR ?? '../shared/standards')
const isThere = existsSync(folder)

/** A group of tests that need the published material, and say so where it is absent. */
export function describePublished(name: string, tests: () => void) {
  const reason = isThere ? '' : ` (skipped: no published standards at CONFORMANCE_DIR, ${folder})`
  describe.skipIf(!isThere)(name + reason, tests)
}

export function publishedText(path: string): string {
  return isThere ? readFileSync(join(folder, path), 'utf8') : '{}'
}

export function published(path: string): JsonObject {
  return JSON.parse(publishedText(path))
}

export function sampleText(name: string): string {
  return publishedText(`samples-1edtech-ob30/${name}`)
}

/** Names of the JSON files in one folder of it; none where it is absent. */
export function publishedNames(path: string): string[] {
  return isThere ? readdirSync(join(folder, path)).filter(name => name.endsWith('.json')) : []
}

export function publishedPath(path: string): string {
  return join(folder, path)
}
