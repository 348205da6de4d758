import { closeHouse, openHouse, readHouse } from '~/boot.server'
import { isSqlite } from '~/lib/db.server'
import { isMigrated } from '~/health.server'
import { sendErrand } from './errand.server'
import { commandOf, explain, run } from './run.server'

const argv = process.argv.slice(2)
const write = (text: string) => void process.stdout.write(text)

// Whoever reads no further, as `head` does, wants no more of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const code = await call().catch((error: unknown) => explain(error, argv, write))
// The schema engine leaves a timer that would hold us for seconds more.
process.stdout.write('', () => process.exit(code))

/** Reads go straight to the database. On SQLite the running server writes, and where none runs we take its place. */
async function call(): Promise<number> {
  const command = commandOf(argv)
  if (!command) return run(argv, write)
  if (command.writes === 'yes' && isSqlite) {
    const code = await sendErrand(argv, write)
    if (code !== null) return code
  }
  try {
    if (command.writes !== 'no') await openHouse()
    else if (!command.isAnywhere || (await isMigrated())) await readHouse()
    return await run(argv, write)
  } finally {
    await closeHouse()
  }
}
