import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

/** Whom each folder may ask. Everybody may ask itself, and the words in messages. */
const arrows: Record<string, readonly string[]> = {
  // The root's loader says what every page has.
  routes: ['root', 'components', 'documents', 'domain', 'lib', 'standards'],
  // The command line opens the same house as the server does.
  cli: ['components', 'documents', 'domain', 'lib', 'standards', 'boot.server', 'demo.server', 'health.server'],
  components: ['domain', 'lib'],
  documents: ['domain', 'lib'],
  domain: ['standards', 'lib'],
  messages: ['domain', 'standards'],
  standards: [],
  lib: [],
}

const imports = /(?:from|import)\s*\(?\s*'((?:~|\.{1,2})\/[^']+)'/g

test('arrows between the folders of app run one way', () => {
  const wrong: string[] = []
  for (const file of sources) {
    const folder = file.split('/')[1] ?? ''
    const allowed = arrows[folder]
    if (!allowed) continue
    for (const [, target = ''] of readFileSync(join(root, file), 'utf8').matchAll(imports)) {
      const path = target.startsWith('~/') ? `app/${target.slice(2)}` : normalize(join(dirname(file), target))
      const to = path.split('/')[1] ?? ''
      if (to === folder && target.startsWith('~/')) wrong.push(`${file} asks its own folder by ${target}`)
      if (to !== folder && to !== 'messages' && !allowed.includes(to)) wrong.push(`${file} asks ${to}: ${target}`)
      if (to !== folder && !target.startsWith('~/')) wrong.push(`${file} leaves its folder by ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

test('routes reach the database through verbs and reads only', () => {
  const direct = sources.filter(file => file.startsWith('app/routes/') && /lib\/db\.server|@prisma/.test(readFileSync(join(root, file), 'utf8')))
  expect(direct).toEqual([])
})

test('files stay small, and no name says nothing', () => {
  const long = sources.filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 301)
  const vague = sources.filter(file => /\b(utils?|helpers?|services?|managers?|misc|common\.server)\b/.test(file.replace(/messages\/en\/common/, '')))
  expect({ long, vague }).toEqual({ long: [], vague: [] })
})

test('only what is named .server reaches Node, so the browser never does', () => {
  const leaking = sources.filter(file => {
    const text = readFileSync(join(root, file), 'utf8')
    const isBrowser = /^app\/(components|messages)\//.test(file) || (/^app\/domain\//.test(file) && !file.includes('.server.'))
    return isBrowser && /from '(node:|[^']*\.server')/.test(text.replace(/import type [^\n]*/g, ''))
  })
  expect(leaking).toEqual([])
})
