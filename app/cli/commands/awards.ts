import { eligible as listEligible } from '~/domain/eligible.server'
import { findHouse } from '~/domain/institution.server'
import { totalOf } from '~/domain/award-run'
import { followRun, outcomesOf } from '~/domain/award-run-page.server'
import { startRun } from '~/domain/award-run.server'
import type { SystemActor } from '~/domain/policy'
import { standings, type Stand } from '~/domain/ready.server'
import { answer, WrongCall, type Command } from '../command'

export const eligible: Command = {
  name: 'eligible', usage: 'PROGRAMME [--summary]', writes: 'no', words: [1, 1],
  options: { summary: { type: 'boolean' } },
  summary: 'Everybody with approved work beside what a programme asks for: met or not, and the part that is missing where it is only one. In JSON with all the why, or with --summary without.',
  async run({ positionals: [programme = ''], options, out: { isJson, write } }) {
    const actor = await operator()
    if (!isJson) {
      for await (const some of standings(actor, programme)) write(some.map(line).join(''))
      return 0
    }
    const pages = options['summary'] === true ? standings(actor, programme) : withAllTheWhy(actor, programme)
    let before = '['
    for await (const rows of pages) {
      for (const row of rows) {
        write(`${before}${JSON.stringify(row)}`)
        before = ','
      }
    }
    write(before === '[' ? '[]\n' : ']\n')
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
    const run = await startRun(actor, programme, options['all'] ? { everybody: {} } : { students: people })
    await followRun(actor, run, counts => {
      if (!out.isJson) out.write(`${totalOf(counts) - counts.waiting} of ${totalOf(counts)}\n`)
    })
    const outcomes = await outcomesOf(run)
    const { awardIds, alreadyIds, notYetIds, refused } = outcomes
    const left = `${notYetIds.length} do not meet it yet, ${refused.length} could not be awarded.`
    answer(out, { run, ...outcomes }, `Awarded to ${awardIds.length}; ${alreadyIds.length} had it, ${left}`)
    return notYetIds.length + refused.length > 0 ? 1 : 0
  },
}

/** Page by page, since one tree of many students would fill any memory. */
async function* withAllTheWhy(actor: SystemActor, programme: string) {
  for (let after: string | null = ''; after !== null; ) {
    const { rows, next }: Awaited<ReturnType<typeof listEligible>> = await listEligible(actor, programme, { after })
    yield rows.map(({ person, met, progress }) => ({ person, met, progress }))
    after = next
  }
}

function line({ person, met, only, award }: Stand) {
  const missing = only === null ? '' : `, misses only part ${only.split('.').map(at => Number(at) + 1).join('.')}`
  return `${met ? 'met    ' : 'not yet'}  ${person.id}  ${person.name}${award ? `, ${award}` : ''}${missing}\n`
}

export async function operator(): Promise<SystemActor> {
  return { kind: 'system', institutionId: (await findHouse()).id }
}
