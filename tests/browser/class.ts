import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres'

export interface Class {
  /** The link of the first student's request. */
  path: string
  mailbox: string
}

/** Classes of students who all ask one person about one activity with one claim, told before a server opens on them. */
export async function tellClasses(sizes: readonly number[], { areAnswered = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouch-class-'))
  const port = String(await freePort())
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent' })
  // Only now: what these import reads its settings as it is loaded.
  const { tellClass, openHouse, closeHouse } = await import('./class-facts')
  const scene = await openHouse()
  const classes: Class[] = []
  for (const [at, size] of sizes.entries()) classes.push(await tellClass(scene, `teacher${at}@shorelinefoodbank.example`, size, areAnswered))
  await closeHouse()
  return { dataDir, port, classes }
}
