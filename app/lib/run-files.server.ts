import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { settings } from './env.server'

/** A file that a run has made. Its checksum is part of its name: what two made at once is never mixed, or the same. */
export interface RunFile {
  runId: string
  position: number
  /** IEEE 802.3, eight hexadecimal digits. */
  crc32: string
}

/** Safe on the disk when this resolves. */
export async function writeRunFile(runId: string, position: number, bytes: Uint8Array): Promise<RunFile> {
  const file = { runId, position, crc32: crc32(bytes).toString(16).padStart(8, '0') }
  await mkdir(folderOf(runId), { recursive: true, mode: 0o700 })
  const arriving = `${pathOf(file)}.${randomUUID()}`
  await writeFile(arriving, bytes, { mode: 0o600, flush: true })
  await rename(arriving, pathOf(file))
  return file
}

/** Both ends included. */
export function readRunFile(file: RunFile, from: number, to: number): Readable {
  return createReadStream(pathOf(file), { start: from, end: to })
}

export function removeRunFile(file: RunFile): Promise<void> {
  return rm(pathOf(file), { force: true })
}

/** What a process that was killed, or came second, wrote beside those that count. */
export async function removeOtherRunFiles(runId: string, files: readonly Omit<RunFile, 'runId'>[]): Promise<void> {
  const names = await readdir(folderOf(runId)).catch(() => []) // nothing was ever written
  const kept = new Set(files.map(file => basename(pathOf({ runId, ...file }))))
  for (const name of names) if (!kept.has(name)) await rm(join(folderOf(runId), name), { force: true })
}

/** Of all runs that ever left something here. */
export async function runsWithFiles(): Promise<string[]> {
  await mkdir(place(), { recursive: true, mode: 0o700 })
  return readdir(place())
}

export function removeRunFiles(runId: string): Promise<void> {
  return rm(folderOf(runId), { recursive: true, force: true })
}

const place = () => join(settings().dataDir, 'papers')
const folderOf = (runId: string) => join(place(), runId)
const pathOf = ({ runId, position, crc32 }: RunFile) => join(folderOf(runId), `${position}-${crc32}.pdf`)
