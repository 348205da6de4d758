import { findHouse } from '~/domain/institution.server'
import { findOrphans, type Orphans } from '~/domain/orphan.server'
import { diagnose, type Finding } from '~/health.server'
import { answer, type Command } from '../command'

export const doctor: Command = {
  name: 'doctor', usage: '', writes: 'no', words: [0, 0],
  summary: 'Looks for what is wrong: database, storage, mail, key, letters that could not be sent, and what nobody looks after. Exits 1 when something is.',
  async run({ out }) {
    await findHouse()
    const findings = [...(await diagnose()), ...orphanFindings(await findOrphans())]
    const isWell = findings.every(finding => finding.isWell)
    answer(out, findings, findings.map(({ isWell: well, what, words }) => `${well ? 'ok  ' : 'look'}  ${what.padEnd(13)} ${words}`).join('\n'))
    return isWell ? 0 : 1
  },
}

/** What registrars can do as well is only told: a unit without a coordinator stops nothing. */
function orphanFindings({ opportunities, requests, units }: Orphans): Finding[] {
  const named = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join('; '))
  return [
    { what: 'validators', isWell: opportunities.length === 0, words: `nobody confirms: ${named(opportunities)}` },
    { what: 'requests', isWell: requests === 0, words: `${requests} open to somebody who left with nobody after them` },
    { what: 'coordinators', isWell: true, words: `units without one: ${named(units)}` },
  ]
}
