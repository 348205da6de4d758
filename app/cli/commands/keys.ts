import { z } from 'zod'
import { isDay, startOfDay } from '~/domain/day'
import { findHouse } from '~/domain/institution.server'
import { listKeys, reportCompromise, rotateKey, type Rotation } from '~/domain/signing-key.server'
import { Refusal } from '~/lib/refusal'
import { answer, WrongCall, type Command, type Options } from '../command'

export const keysList: Command = {
  name: 'keys list', usage: '', writes: 'no', words: [0, 0],
  summary: 'Every signing key there ever was, with its state. Private parts are never shown.',
  async run({ out }) {
    const keys = await listKeys((await findHouse()).id)
    const lines = keys.map(key => (
      `${key.status.padEnd(12)} ${key.kind.padEnd(8)} ${key.createdAt.toISOString()} ${key.publicKeyMultibase}`
    ))
    answer(out, keys, lines.join('\n') || 'No key yet: the first is made when something is signed.')
    return 0
  },
}

export const keysRotate: Command = {
  name: 'keys rotate', usage: '[--jwt] [--lost | --compromised SINCE]', writes: 'yes', words: [0, 0],
  options: { jwt: { type: 'boolean' }, lost: { type: 'boolean' }, compromised: { type: 'string' } },
  summary:
    'Signs documents with a new key from now on (Ed25519), or with --jwt the same as JWTs (P256). What the old one ' +
    'signed verifies for ever, save, after a compromise, what it signed since then (SINCE as 2026-03-14, from the ' +
    'start of that day where the institution is, or as 2026-03-14T09:30:00Z).',
  async run({ options, out }) {
    const { id: institutionId, timeZone } = await findHouse()
    const kind = options.jwt ? 'P256' : 'Ed25519'
    const key = await rotateKey({ kind: 'system', institutionId }, rotation(options, timeZone), kind)
    answer(out, { publicKeyMultibase: key.publicKeyMultibase }, `Signing with ${key.publicKeyMultibase} from now on.`)
    return 0
  },
}

export const keysCompromised: Command = {
  name: 'keys compromised', usage: 'KEY SINCE', writes: 'yes', words: [2, 2],
  summary:
    'Records that a key which signs no more was in other hands: what it signed since SINCE verifies no longer. KEY as ' +
    '`keys list` shows it, SINCE as for `keys rotate`. The key that signs now is rotated instead.',
  async run({ positionals: [shown = '', moment = ''], out }) {
    const { id: institutionId, timeZone } = await findHouse()
    const since = sinceIn(moment, timeZone)
    const key = (await listKeys(institutionId)).find(({ publicKeyMultibase }) => publicKeyMultibase === shown)
    if (!key) throw new Refusal('There is no such key. `vouch keys list` shows them all.')
    await reportCompromise({ kind: 'system', institutionId }, key.id, since)
    const said = { publicKeyMultibase: shown, compromisedSince: since }
    answer(out, said, `What ${shown} signed since ${since.toISOString()} verifies no longer.`)
    return 0
  },
}

function rotation({ lost, compromised }: Options, timeZone: string): Rotation {
  if (typeof compromised !== 'string') return { why: lost ? 'lost' : 'routine' }
  return { why: 'compromised', since: sinceIn(compromised, timeZone) }
}

function sinceIn(since: string, timeZone: string): Date {
  if (isDay(since)) return startOfDay(since, timeZone)
  const moment = z.iso.datetime({ offset: true }).safeParse(since)
  if (!moment.success) throw new WrongCall('SINCE is a day or a moment: 2026-03-14 or 2026-03-14T09:30:00Z.')
  return new Date(moment.data)
}
