import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, from the sources as from the build. */
export const root = projectRoot(dirname(fileURLToPath(import.meta.url)))

function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  return projectRoot(dirname(folder))
}
