import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { settings } from '~/lib/env.server'
import { log, reasonOf } from '~/lib/log.server'

/** One line a message: what the running server prints for the caller, and at last the exit code. */
type Message = { text: string } | { code: number }

/** Where the running server listens for errands. Paths of sockets are short, so a long DATA_DIR stands under its digest. */
function socketPath() {
  const path = join(settings().dataDir, 'vouch.sock')
  if (Buffer.byteLength(path) < 100) return path
  return join(tmpdir(), `vouch-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`)
}

/** Runs the errand in the process that may write. Null when no server runs. */
export function sendErrand(argv: readonly string[], write: (text: string) => void): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath())
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    socket.once('connect', () => socket.write(`${JSON.stringify(argv)}\n`))
    eachLine(socket, line => {
      const message = JSON.parse(line) as Message // from our own server, over a socket only we can open
      if ('text' in message) write(message.text)
      else resolve(message.code)
    })
    socket.once('close', () => reject(new Error('The server went away in the middle. Look at what it did before you try again.')))
  })
}

type Run = (argv: readonly string[], write: (text: string) => void) => Promise<number>

/** Only the operator's own account can open the socket. */
export async function listenForErrands(run: Run): Promise<Server> {
  const path = socketPath()
  rmSync(path, { force: true })
  const server = createServer(socket => {
    const send = (message: Message) => socket.write(`${JSON.stringify(message)}\n`)
    socket.on('error', () => socket.destroy())
    eachLine(socket, async line => {
      const argv = JSON.parse(line) as string[] // from our own command line
      const code = await run(argv, text => send({ text })).catch((error: unknown) => {
        log.error({ reason: reasonOf(error), command: argv[0] }, 'an errand failed')
        send({ text: `That did not work: ${reasonOf(error)}\n` })
        return 1
      })
      send({ code })
      socket.end()
    })
  })
  const mask = process.umask(0o177)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  process.umask(mask)
  return server
}

function eachLine(socket: Socket, take: (line: string) => void) {
  // What goes wrong with the socket is heard there; the reader would say it once more, to nobody.
  createInterface({ input: socket }).on('line', take).on('error', () => undefined)
}
