import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres'

export interface Class {
  /** The link of the first student's request. */
  path: string
  mailbox: string
}

interface Told {
  areAnswered?: boolean
  /** Position of the level claimed, by code of the competency. */
  claims?: Record<string, number>
}

/** Classes of students who all ask one person about one activity, told before a server opens on them. */
export async function tellClasses(
  sizes: readonly number[],
  { areAnswered = false, claims = { S3: 2 } }: Told = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouch-class-'))
  const port = String(await freePort())
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent' })
  // Only now: what these import reads its settings as it is loaded.
  const { tellClass, openHouse, closeHouse } = await import('./class-facts')
  const scene = await openHouse()
  const classes: Class[] = []
  for (const [at, size] of sizes.entries())
    classes.push(
      await tellClass(scene, `teacher${at}@shorelinefoodbank.example`, size, { areAnswered, claims }),
    )
  await closeHouse()
  return { dataDir, port, classes }
}
