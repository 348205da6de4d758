import { parseArgs } from 'node:util'
import { award } from './award'
import { bulk } from './bulk'
import { cohort } from './cohort'
import { documents } from './documents'
import { pages } from './pages'
import { search } from './search'
import { signatures } from './signatures'

export interface Result {
  name: string
  value: number
  unit: string
  /** The same measure of the control. */
  against: number
  /** How many times better than the control. */
  ratio: number
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const parts = {
  signatures: { run: signatures, names: ['issue', 'batch issue', 'verify'] },
  pages: { run: pages, names: ['list', 'home', 'credential', 'create', 'stored'] },
  award: { run: award, names: ['award'] },
  cohort: { run: cohort, names: ['cohort', 'progress'] },
  bulk: { run: bulk, names: ['bulk'] },
  documents: { run: documents, names: ['certificate', 'transcript'] },
  search: { run: search, names: ['records', 'opportunities'] },
}

const results: Result[] = []
for (const { run, names } of Object.values(parts)) {
  if (values.only && !names.some(name => values.only?.startsWith(name))) continue
  results.push(...(await run()))
}
const asked = results.filter(({ name }) => !values.only || name.startsWith(values.only))
for (const { name, value, unit, against, ratio } of asked) {
  process.stderr.write(`${name.padEnd(46)} ${value.toFixed(3)} against ${against.toFixed(3)} ${unit}, ${ratio.toFixed(2)} times\n`)
}
process.stdout.write(values.json ? `${JSON.stringify(asked)}\n` : '')
