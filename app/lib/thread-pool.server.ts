import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, parentPort, Worker, type MessagePort, type ResourceLimits } from 'node:worker_threads'
import { NotNow } from './refusal'
import { root } from './root.server'

/** Threads of one kind that work beside each other and take turns. */
export interface ThreadPool<Question, Answer> {
  /** @throws NotNow as the thread did, or an Error with what went wrong there */
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

interface Asked<Question> {
  question: Question
  port: MessagePort
}

type Told<Answer> = { answer: Answer } | { notNow: string } | { failure: string }

const MOST = Math.min(4, availableParallelism())

/** They start when first asked, stay for the next question, and keep no program from ending. */
export function threadPool<Question, Answer>(
  name: 'awarding-worker' | 'paper-worker' | 'signing-worker', resourceLimits: ResourceLimits = {}, most = MOST,
): ThreadPool<Question, Answer> {
  const threads: Worker[] = []
  let turn = 0
  const next = () => {
    const known = threads[turn++ % most]
    if (known) return known
    const thread = new Worker(pathToFileURL(join(root, `build/server/${name}.js`)), { resourceLimits })
    thread.unref()
    thread.once('exit', () => void threads.splice(threads.indexOf(thread), 1))
    threads.push(thread)
    return thread
  }
  return {
    ask: question => ask(next(), question),
    stop: async () => void (await Promise.all(threads.splice(0).map(thread => thread.terminate()))),
  }
}

function ask<Question, Answer>(thread: Worker, question: Question): Promise<Answer> {
  const { port1: ours, port2: port } = new MessageChannel()
  return new Promise<Answer>((resolve, reject) => {
    ours.once('close', () => reject(new Error('A thread ended before it had an answer.')))
    thread.once('error', reject)
    ours.once('message', (told: Told<Answer>) => {
      if ('answer' in told) resolve(told.answer)
      else reject('notNow' in told ? new NotNow(told.notNow) : new Error(told.failure))
      thread.off('error', reject)
      ours.close()
    })
    thread.postMessage({ question, port } satisfies Asked<Question>, [port])
  })
}

/** In the thread's own file: answers whatever the pool asks. */
export function answerPool<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async ({ question, port }: Asked<Question>) => {
    const told: Told<Answer> = await work(question).then(
      answer => ({ answer }),
      (error: Error) => (error instanceof NotNow ? { notNow: error.message } : { failure: error.stack ?? error.message }),
    )
    port.postMessage(told)
  })
}
