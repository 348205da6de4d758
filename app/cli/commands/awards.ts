import { eligible as listEligible, ready, type Candidate } from '~/domain/eligible.server'
import { findHouse } from '~/domain/institution.server'
import { offerAwards } from '~/domain/offer.server'
import type { SystemActor } from '~/domain/policy'
import { answer, WrongCall, type Command } from '../command'

export const eligible: Command = {
  name: 'eligible', usage: 'PROGRAMME', writes: 'no', words: [1, 1],
  summary: 'Everybody with approved work beside what a programme asks for: met or not, and why.',
  async run({ positionals: [programme = ''], out }) {
    const rows = await all(after => operator().then(actor => listEligible(actor, programme, { after })))
    const lines = rows.map(({ person, met, award }) => `${met ? 'met    ' : 'not yet'}  ${person.id}  ${person.name}${award ? `, ${award}` : ''}`)
    answer(out, rows.map(({ person, met, progress }) => ({ person, met, progress })), lines.join('\n'))
    return 0
  },
}

export const award: Command = {
  name: 'award', usage: 'PROGRAMME [--all | PERSON…]', writes: 'yes', words: [1, 1000],
  options: { all: { type: 'boolean' } },
  summary: 'Offers a programme to the people named, or to all who are ready for it. Who has it already keeps it.',
  async run({ positionals: [programme = '', ...people], options, out }) {
    if (options['all'] === true ? people.length > 0 : people.length === 0) throw new WrongCall('Name the people, or say --all.')
    const actor = await operator()
    const ids = options['all'] ? (await all(after => ready(actor, programme, { after }))).map(({ person }) => person.id) : people
    const offered = await offerAwards(actor, programme, ids)
    const { awardIds, alreadyIds, notYetIds } = offered
    answer(out, offered, `Offered to ${awardIds.length}; ${alreadyIds.length} had it, ${notYetIds.length} do not meet it yet.`)
    return notYetIds.length > 0 ? 1 : 0
  },
}

async function all(page: (after: string) => Promise<{ rows: Candidate[]; next: string | null }>) {
  const rows: Candidate[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { rows: some, next: following } = await page(next)
    rows.push(...some)
    next = following
  }
  return rows
}

export async function operator(): Promise<SystemActor> {
  return { kind: 'system', institutionId: (await findHouse()).id }
}
