// Loaded into a server that is measured: from one SIGUSR2 on, the longest its thread was held stands in its output.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  process.on('SIGUSR2', () => {
    delay.enable()
    delay.reset()
  })
  process.on('exit', () => process.stdout.write(`longest wait ${delay.max / 1e6} ms\n`))
}
