import { listIssued, type IssuedRow } from '~/domain/credential.server'
import { revocationReasons, type RevocationReason } from '~/domain/credential'
import { revokeCredential } from '~/domain/revocation.server'
import { answer, WrongCall, type Command } from '../command'
import { operator } from './awards'

const PAGE = 500

export const credentials: Command = {
  name: 'credentials', usage: '', writes: 'no', words: [0, 0],
  summary: 'The register of everything issued: address, state, programme and person.',
  async run({ out }) {
    const actor = await operator()
    const rows: IssuedRow[] = []
    for (let page = await listIssued(actor, { take: PAGE }); page.length > 0; ) {
      rows.push(...page)
      page = page.length < PAGE ? [] : await listIssued(actor, { after: page.at(-1)?.id ?? '', take: PAGE })
    }
    const lines = rows.map(row => `${row.status.padEnd(8)} ${row.shared ? 'shared ' : 'private'}  ${row.url}  ${row.programme}, ${row.person.name}`)
    answer(out, rows, lines.join('\n'))
    return 0
  },
}

const spelled: Record<string, RevocationReason> = Object.fromEntries(
  revocationReasons.map(reason => [reason.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), reason]),
)

export const revoke: Command = {
  name: 'revoke', usage: `ID --reason ${Object.keys(spelled).join('|')}`, writes: 'yes', words: [1, 1],
  options: { reason: { type: 'string' } },
  summary: 'Revokes a credential for good. Everybody who checks it is told so at once, with the reason.',
  async run({ positionals: [id = ''], options, out }) {
    const reason = spelled[String(options['reason'])]
    if (!reason) throw new WrongCall(`Give a reason: --reason ${Object.keys(spelled).join(' | ')}`)
    await revokeCredential(await operator(), id, reason)
    answer(out, { id, status: 'revoked', reason }, `${id} is revoked.`)
    return 0
  },
}
