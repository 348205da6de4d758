import { parentPort, type MessagePort } from 'node:worker_threads'
import type { Lookups } from '~/standards/lookups'
import { verifyCredential } from '~/standards/verification'
import type { Answered, Asked, Lookup, Told } from './verification-thread.server'

parentPort?.on('message', async ({ content, now, because, isPatient, port }: Asked) => {
  const tell = (told: Told) => port.postMessage(told)
  await verifyCredential(content, { now, lookups: lookupsOver(port), isPatient, ...(because && { because }) }).then(
    ({ inner, ...verification }) => {
      // Taking in a thousand at once would keep the other thread from its work.
      for (let at = 0; at < inner.length; at += FEW) tell({ inside: inner.slice(at, at + FEW) })
      tell({ verification: { ...verification, inner: [] } })
    },
    (error: Error) => tell({ failure: error.stack ?? error.message }),
  )
})

const FEW = 20

/** The database and the network are the other thread's. */
function lookupsOver(port: MessagePort): Lookups {
  const waiting = new Map<number, (answer: unknown) => void>()
  let asked = 0
  port.on('message', ({ number, answer }: Answered) => {
    waiting.get(number)?.(answer)
    waiting.delete(number)
  })
  const ask = <Answer>(lookup: Lookup) =>
    new Promise<Answer>(resolve => {
      // What comes back is what `answerTo` said to this very lookup.
      waiting.set(++asked, answer => resolve(answer as Answer))
      port.postMessage({ number: asked, lookup } satisfies Told)
    })
  return {
    issuerKeys: issuerKeys => ask({ issuerKeys }),
    statusList: statusList => ask({ statusList }),
    published: published => ask({ published }),
    isOnRecord: isOnRecord => ask({ isOnRecord }),
  }
}
