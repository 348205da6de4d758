import { findHouse } from '~/domain/institution.server'
import { diagnose } from '~/health.server'
import { answer, type Command } from '../command'

export const doctor: Command = {
  name: 'doctor', usage: '', writes: 'no', words: [0, 0],
  summary: 'Looks for what is wrong: database, storage, mail, key, and letters that could not be sent. Exits 1 when something is.',
  async run({ out }) {
    await findHouse()
    const findings = await diagnose()
    const isWell = findings.every(finding => finding.isWell)
    answer(out, findings, findings.map(({ isWell: well, what, words }) => `${well ? 'ok  ' : 'look'}  ${what.padEnd(10)} ${words}`).join('\n'))
    return isWell ? 0 : 1
  },
}
