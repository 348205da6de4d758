// Generates one typed client a database from the one schema. The variable keeps `prisma generate` from
// fetching an engine it does not use.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The schema for one provider: the source is written for SQLite. */
export function schemaFor(provider) {
  const source = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
  return source
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace('../app/lib/prisma/sqlite', `../app/lib/prisma/${provider}`)
}

export function generateClients() {
  for (const provider of ['sqlite', 'postgresql']) {
    const file = join(root, `prisma/.${provider}.prisma`)
    writeFileSync(file, schemaFor(provider))
    try {
      rmSync(join(root, 'app/lib/prisma', provider), { recursive: true, force: true })
      mkdirSync(join(root, 'app/lib/prisma'), { recursive: true })
      execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', file], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      })
    } finally {
      rmSync(file, { force: true })
    }
  }
}
