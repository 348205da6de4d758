import { parentPort, workerData } from 'node:worker_threads'
import { decodeHeic, type HeicAsked } from './heic-decoding.server'

// Started by nobody but `heic.server.ts`, which says this.
const asked = workerData as HeicAsked
parentPort?.postMessage(await decodeHeic(asked))
