import { growDemo } from '~/demo.server'
import { answer, WrongCall, type Command } from '../command'

export const demo: Command = {
  name: 'demo', usage: '--students N', writes: 'yes', words: [0, 0],
  options: { students: { type: 'string' } },
  summary: 'Adds N generated students with approved work to the demo institution, for trials and benchmarks. Seeds the demo into an empty database.',
  async run({ options, out }) {
    const students = Number(options['students'])
    if (!Number.isInteger(students) || students < 1) throw new WrongCall('Say how many: --students 1000')
    await growDemo(students)
    answer(out, { students }, `${students} students added.`)
    return 0
  },
}
