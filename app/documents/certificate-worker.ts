import { parentPort } from 'node:worker_threads'
import { answer, type Request } from './requests'

parentPort?.on('message', async ({ id, request }: { id: number; request: Request }) => {
  parentPort?.postMessage({ id, answer: await answer(request) })
})
