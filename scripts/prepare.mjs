// What `npm start`, `npm test` and the command line need before they begin: packages, clients, a build.
// Nothing but Node is there yet, so this file imports only what Node brings.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Vouch needs Node 20.19 or later; this is ${process.versions.node}.\n`)
  process.exit(1)
}
process.chdir(root)

/** Installs exactly what the lock file names, when that has not been done yet. */
export function install() {
  const lock = digestOf(['package.json', 'package-lock.json'])
  if (isStamped('node_modules', lock)) return
  say('Installing packages. This takes a few minutes the first time.')
  const npm = process.env.npm_execpath
  const [command, ...args] = npm?.endsWith('js') ? [process.execPath, npm] : ['npm']
  run(command ?? 'npm', [...args, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'npm install')
  stamp('node_modules', lock)
}

/** The typed database clients, one a database, from the one schema. */
export async function generate() {
  const schema = digestOf(['prisma/schema.prisma', 'scripts/clients.mjs', 'package-lock.json'])
  if (isStamped('app/lib/prisma', schema)) return
  const { generateClients } = await import('./clients.mjs')
  generateClients()
  stamp('app/lib/prisma', schema)
}

const SOURCES = [
  'app', 'prisma', 'public', 'server.ts', 'vite.config.ts', 'remix.config.js', 'tailwind.config.ts', 'tsconfig.json',
  'tests/cast.ts', 'package-lock.json',
]

export async function build() {
  await generate()
  const sources = digestOf(SOURCES)
  if (isStamped('build', sources)) return
  say('Building.')
  rmSync('build', { recursive: true, force: true })
  run(process.execPath, [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn'], 'the build')
  stamp('build', sources)
}

export function run(command, args, name) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, env: { ...process.env, NODE_ENV: undefined } })
  if (status === 0) return
  process.stderr.write(`${name} did not work${error ? `: ${error.message}` : ''}.\n`)
  process.exit(1)
}

export function say(words) {
  process.stderr.write(`${words}\n`)
}

function digestOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) for (const file of filesIn(path)) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  // The generated clients follow from the schema, which is counted.
  const names = readdirSync(path).filter(name => join(path, name) !== join('app', 'lib', 'prisma'))
  return names.sort().flatMap(name => filesIn(join(path, name)))
}

const stampOf = folder => join(folder, '.vouch-stamp')

function isStamped(folder, digest) {
  return existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === digest
}

function stamp(folder, digest) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(stampOf(folder), digest)
}
