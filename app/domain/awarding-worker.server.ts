import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { prepareAwards } from './awarding-preparing.server'
import type { Asked, Told } from './awarding-threads.server'

// Pages come first. Linux takes this for the one thread, others for the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// Started by nobody but `awarding-threads.server.ts`, which says what comes in.
parentPort?.on('message', async ({ order, port }: Asked) => {
  const told: Told = await prepareAwards(order).then(
    prepared => ({ prepared }),
    (error: Error) => ({ failure: error.stack ?? error.message }),
  )
  port.postMessage(told)
})
