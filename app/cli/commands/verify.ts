import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { findHouseOrNull } from '~/domain/institution.server'
import type { Reach } from '~/domain/lookups.server'
import { inWords, verify as verifyPresented, type Presented } from '~/domain/verification.server'
import { now } from '~/lib/clock.server'
import { isMigrated } from '~/health.server'
import { Refusal } from '~/lib/refusal'
import { wordsIn } from '~/messages/messages'
import { readPublicKey } from '~/standards/multikey'
import { answer, WrongCall, type Command, type Options } from '../command'

const verdicts = { true: 'Valid.', false: 'Not valid.', null: 'Nothing failed, but not everything could be checked.' } as const

export const verify: Command = {
  name: 'verify', usage: 'FILE|URL|- [--offline] [--trust KEY]…', writes: 'no', isAnywhere: true, words: [1, 1],
  options: { offline: { type: 'boolean' }, trust: { type: 'string', multiple: true } },
  summary:
    'Checks a credential, ours or anybody’s: a file, an address, or what comes on standard input. Exits 1 unless all checks passed. ' +
    '--offline asks nobody outside, and needs no installation; --trust takes a key (z6Mk…) for the issuer’s own.',
  async run({ positionals: [what = ''], options, out }) {
    const isAlone = !(await isMigrated())
    const verification = await verifyPresented(await presented(what), { ...reach(options), isAlone, isPatient: true })
    if ('unread' in verification) throw new Refusal(`There is no credential to read at ${what} (${verification.unread}).`)
    const house = isAlone ? null : await findHouseOrNull()
    const answered = await inWords(verification, wordsIn(house?.language ?? 'en', house?.timeZone ?? 'UTC', now()))
    const lines = answered.checks.map(({ outcome, name, detail }) => `${outcome.padEnd(8)} ${name.padEnd(10)} ${detail}`)
    const inner = answered.inner.map(({ valid, credential }) => `inside   ${verdicts[`${valid}`]} ${credential?.name ?? ''}`)
    answer(out, answered, [...lines, ...inner, verdicts[`${answered.valid}`]].join('\n'))
    return answered.valid === true ? 0 : 1
  },
}

function reach({ offline, trust = [] }: Options): Reach {
  const trusted = [trust].flat().map(String)
  const unreadable = trusted.find(key => readPublicKey(key) === null)
  if (unreadable !== undefined) throw new WrongCall(`${unreadable} is not a key as Multikey writes it (z6Mk…).`)
  return { offline: offline === true, trusted }
}

async function presented(what: string): Promise<Presented> {
  if (what === '-') return { text: await text(process.stdin) }
  if (/^https?:\/\//.test(what)) return { url: what }
  const bytes = await readFile(what).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') throw new Refusal(`There is no file ${what}.`)
    throw error
  })
  return { bytes }
}
