import { Worker } from 'node:worker_threads'
import type { Answer, Request } from './requests'

/** A worker thread that answers requests one after the other. */
export interface DrawingThread {
  ask(request: Request): Promise<Answer>
  /** Requests that wait for their answer. */
  readonly waiting: number
  readonly hasEnded: boolean
  /** Lets what was asked be finished first. */
  stop(): Promise<void>
}

interface Question {
  resolve: (answer: Answer) => void
  reject: (reason: Error) => void
}

export function startThread(workerUrl: URL): DrawingThread {
  const worker = new Worker(workerUrl)
  const questions = new Map<number, Question>()
  let asked = 0
  let ended: Error | undefined
  let whenIdle: (() => void) | undefined
  const close = (id: number) => {
    questions.delete(id)
    if (questions.size === 0) whenIdle?.()
  }
  const end = (reason: Error) => {
    ended ??= reason
    questions.forEach(({ reject }, id) => {
      reject(reason)
      close(id)
    })
  }
  worker.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
    questions.get(id)?.resolve(answer)
    close(id)
  })
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`The thread that draws ended with code ${code}.`)))
  return {
    get waiting() { return questions.size },
    get hasEnded() { return ended !== undefined },
    ask: request => new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      questions.set(++asked, { resolve, reject })
      worker.postMessage({ id: asked, request })
    }),
    stop: async () => {
      if (questions.size > 0) await new Promise<void>(resolve => { whenIdle = resolve })
      await worker.terminate()
    },
  }
}
