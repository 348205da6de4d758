import { generateKeyPairSync } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, later } from '~/lib/clock.server'
import { readSealFiles, type SealFiles } from '~/lib/seal-files.server'
import { selfMadeCertificate } from './self-made-certificate'

/** A seal nobody vouches for, and says so in its name. It is made once and stays in the folder. */
export function demonstrationSeal(folder: string, institution: string, at: Date): SealFiles {
  const file = join(folder, 'demonstration-seal.pem')
  if (!existsSync(file)) keep(file, make(institution, at))
  const seal = readSealFiles(file, file, at)
  if ('wrong' in seal) throw new Error(`${file} is of no use, and is made again once it is taken away. ${seal.wrong}`)
  return seal
}

const YEARS = 10
/** So that the name stays within the 64 characters a certificate has for it. */
const LONGEST = 30

function make(institution: string, at: Date): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const commonName = `Demonstration seal of ${institution.slice(0, LONGEST).trim()} (self-made)`
  const validity = { from: later(at, -DAY), to: later(at, YEARS * 365 * DAY) }
  return `${selfMadeCertificate({ commonName, ...validity }, privateKey)}${privateKey.export({ type: 'pkcs8', format: 'pem' })}`
}

/** Whole or not at all, and the first of two processes wins. */
function keep(file: string, pem: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, pem, { mode: 0o600 })
  try {
    linkSync(mine, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(mine)
  }
}
