import { fork, type Serializable } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.server'

/**
 * What a program of ours answers in a process of its own, which ends with its answer and has nothing of our
 * environment. Null where it broke, or took longer than patience, in milliseconds. Unlike a
 * thread it can be stopped in the middle of a library's work.
 *
 * @throws when it cannot be started
 */
export function apart<Answer>(name: 'picture-program', asked: Serializable, patience: number): Promise<Answer | null> {
  const child = fork(join(root, `build/server/${name}.js`), {
    env: { NODE_ENV: 'production' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), patience)
  return new Promise<Answer | null>((resolve, reject) => {
    // The program's own words, which whoever names it knows. One that can't be started may fail twice.
    child.once('message', answer => resolve(answer as Answer)).on('error', reject)
    child.once('exit', () => resolve(null))
    child.send(asked)
  }).finally(() => {
    clearTimeout(limit)
    child.kill('SIGKILL')
  })
}
