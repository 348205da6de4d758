import type { KeyObject } from 'node:crypto'
import { connect } from 'node:net'
import { keyBlob, readKeyBlob, readSignature } from './ssh-key.server'
import { asNumber, asString, Malformed, reading, type Reading } from './ssh-wire.server'

export interface Identity {
  publicKey: KeyObject
  comment: string
}

/** No agent answers, or not in time, or it says no, or what nobody can read. */
export class AgentError extends Error {}

// draft-miller-ssh-agent §6.1
const REQUEST = { identities: 11, sign: 13 }
const ANSWER = { failure: 5, identities: 12, signature: 14 }
/** OpenSSH sends and takes no more. */
const LONGEST = 256 * 1024
const MOST_IDENTITIES = 2048
/** Milliseconds. A card or a service in the network takes its time; whoever waits here keeps a page waiting. */
const PATIENCE = 10_000

/** Those that Ed25519 or P-256 can be signed with, in the agent's own order. @throws AgentError */
export function listIdentities(socket: string): Promise<Identity[]> {
  return ask(socket, Buffer.of(REQUEST.identities), ANSWER.identities, answer => {
    const count = answer.number()
    if (count > MOST_IDENTITIES) throw new Malformed('It lists more than anybody keeps.')
    return Array.from({ length: count }, () => ({ blob: answer.string(), comment: answer.string().toString() }))
      .flatMap(({ blob, comment }) => {
        const publicKey = readKeyBlob(blob)
        return publicKey ? [{ publicKey, comment }] : []
      })
  })
}

/** 64 bytes; Ed25519 over the bytes as they are, P-256 over their SHA-256. @throws AgentError */
export function signWith(socket: string, publicKey: KeyObject, bytes: Uint8Array): Promise<Buffer> {
  const question = Buffer.concat([Buffer.of(REQUEST.sign), asString(keyBlob(publicKey)), asString(bytes), asNumber(0)])
  return ask(socket, question, ANSWER.signature, answer => readSignature(answer.string()))
}

/** A connection for each question: nothing is left over from one that was cut off, and a new agent is found at once. */
async function ask<Answer>(
  socket: string, question: Buffer, wanted: number, read: (answer: Reading) => Answer,
): Promise<Answer> {
  const answer = reading(await exchange(socket, asString(question)))
  try {
    const kind = answer.byte()
    if (kind === ANSWER.failure) throw new AgentError('the agent refuses: it does not have the key, or is locked')
    if (kind !== wanted) throw new Malformed('It answers another question.')
    const said = read(answer)
    if (!answer.isAtEnd) throw new Malformed('It says more than was asked.')
    return said
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new AgentError(`the agent does not speak as agreed. ${error.message}`, { cause: error })
  }
}

/** One frame there, one frame back. */
function exchange(path: string, frame: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string, cause?: Error) => {
      socket.destroy()
      reject(new AgentError(reason, { cause }))
    }
    const limit = setTimeout(() => fail('the agent does not answer in time'), PATIENCE)
    let come = Buffer.alloc(0)
    const socket = connect(path, () => socket.write(frame))
    socket.on('data', chunk => {
      come = Buffer.concat([come, chunk])
      const length = come.length < 4 ? 0 : come.readUInt32BE()
      if (length > LONGEST || come.length > length + 4) return fail('the agent says more than it may')
      if (length === 0 || come.length < length + 4) return
      resolve(come.subarray(4))
      socket.destroy()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => fail(`no agent answers at ${path} (${error.code ?? error.message})`, error))
    socket.on('close', () => {
      clearTimeout(limit)
      reject(new AgentError('the agent hung up before it answered'))
    })
  })
}
