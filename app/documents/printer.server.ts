import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from '~/lib/built.server'
import { root } from '~/lib/root.server'
import { startRenderer, type Renderer } from './renderer.server'

let running: Promise<Renderer> | undefined

/** The one renderer of this process, warm: a thread of its own in the build, the asking thread otherwise. */
export function printer(): Promise<Renderer> {
  running ??= startRenderer(isBuilt ? { workerUrl: pathToFileURL(join(root, 'build/server/certificate-worker.js')) } : {})
  return running
}

export async function stopPrinter() {
  const renderer = await running
  running = undefined
  await renderer?.stop()
}
