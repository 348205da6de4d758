// Loaded into a server that is measured: at each SIGUSR2 it says how long its thread was held since the last one.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  process.on('SIGUSR2', () => {
    const [late, longest] = [delay.percentile(99), delay.max].map(nanoseconds => nanoseconds / 1e6)
    process.stdout.write(`loop ${JSON.stringify({ late, longest })}\n`)
    delay.reset()
  })
}
