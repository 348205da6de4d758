import { resolve } from 'node:path'
import { openArchive, sealOf } from '../archive.server'
import { writeArchive } from '../backup.server'
import { readArchive } from '../restore.server'
import { answer, type Command } from '../command'

export const backup: Command = {
  name: 'backup', usage: 'FILE', writes: 'no', words: [1, 1],
  summary: 'Writes everything into one file, while the server runs. Keep it as safe as the server: it holds the keys.',
  async run({ positionals: [file = ''], out }) {
    const { rows, files } = await writeArchive(resolve(file))
    answer(out, { file: resolve(file), rows, files }, `${resolve(file)} holds ${rows} rows and ${files} files.`)
    return 0
  },
}

export const restore: Command = {
  name: 'restore', usage: 'FILE [--print-secret]', writes: 'alone', words: [1, 1],
  options: { 'print-secret': { type: 'boolean' } },
  summary: 'Puts an archive into an empty database, of either kind. --print-secret shows the SECRET it was written under.',
  async run({ positionals: [file = ''], options, out }) {
    if (options['print-secret']) {
      const { secret } = sealOf(openArchive(resolve(file)))
      answer(out, { secret }, secret ?? 'The archive was written under a SECRET of the operator’s own and does not hold it.')
      return 0
    }
    const { rows, files } = await readArchive(resolve(file))
    answer(out, { rows, files }, `Restored ${rows} rows and ${files} files.`)
    return 0
  },
}
