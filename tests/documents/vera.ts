import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const JAR_FOLDER = fileURLToPath(new URL('../../node_modules/@opendataloader/pdf/lib', import.meta.url))
const PROGRAM = fileURLToPath(new URL('vera.java', import.meta.url))

/** Java has no XML binding of its own any more: Debian's libjaxb-java. */
const BINDING = ['jaxb-api', 'jaxb-core', 'jaxb-runtime', 'istack-commons-runtime', 'javax.activation', 'txw2']
  .map(name => `/usr/share/java/${name}.jar`)

type Profile = '3a' | 'ua1'

/** Why files can't be checked by veraPDF here; null where they can. */
export function whyNoVera(): string | null {
  if (spawnSync('javac', ['-version']).error) return 'no Java compiler'
  if (jars().length === 0) return 'no @opendataloader/pdf, which carries veraPDF'
  const missing = BINDING.find(jar => !existsSync(jar))
  return missing ? `no ${missing} (libjaxb-java)` : null
}

/** By file, the rules of PDF/A-3a and PDF/UA-1 that veraPDF finds broken, as clause and number. */
export async function brokenRules(files: string[]): Promise<Map<string, Record<Profile, string[]>>> {
  const path = [...jars(), ...BINDING].join(':')
  const { stdout } = await promisify(execFile)('java', ['-cp', path, PROGRAM, '3a,ua1', ...files], { maxBuffer: 1e8 })
  const found = new Map(files.map(file => [file, { '3a': ['unanswered'], 'ua1': ['unanswered'] }]))
  for (const line of stdout.split('\n')) {
    const [file = '', profile, rules = ''] = line.split('\t')
    const of = found.get(file)
    if (of && (profile === '3a' || profile === 'ua1')) of[profile] = rules.split(', ').filter(Boolean)
  }
  return found
}

function jars(): string[] {
  if (!existsSync(JAR_FOLDER)) return []
  return readdirSync(JAR_FOLDER).filter(name => name.endsWith('.jar')).map(name => join(JAR_FOLDER, name))
}
