import { listPublishedProgrammes } from '~/domain/catalogue.server'
import { findHouse } from '~/domain/institution.server'
import { answer, type Command } from '../command'

export const programmes: Command = {
  name: 'programmes', usage: '', writes: 'no', words: [0, 0],
  summary: 'The published programmes with their ids.',
  async run({ out }) {
    const published = await listPublishedProgrammes((await findHouse()).id)
    const rows = published.map(({ id, publicId, title, level, version, achievementType }) => ({ id, publicId, title, level, version, achievementType }))
    answer(out, rows, rows.map(row => `${row.id}  ${row.level.padEnd(12)} ${row.title}, version ${row.version}`).join('\n'))
    return 0
  },
}
