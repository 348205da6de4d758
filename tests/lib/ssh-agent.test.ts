import { generateKeyPairSync, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { AgentError, listIdentities, signWith } from '~/lib/ssh-agent.server'
import { keyBlob, readKeyBlob } from '~/lib/ssh-key.server'
import { asNumber, asString } from '~/lib/ssh-wire.server'
import { hasAgent, startAgent } from '../agent'

const folder = mkdtempSync(join(tmpdir(), 'vouch-wire-'))
const path = join(folder, 'socket')
const { publicKey } = generateKeyPairSync('ed25519')
let server: Server | null = null

afterEach(async () => {
  await new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()))
  server = null
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Somebody at the socket who says this, whatever is asked. */
async function stranger(says: (socket: Socket) => void) {
  server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => says(socket))
  })
  await new Promise<void>(resolve => server?.listen(path, resolve))
}

const strangerSays = (...parts: Uint8Array[]) => stranger(socket => socket.end(asString(Buffer.concat(parts))))

test.skipIf(!hasAgent)('OpenSSH’s agent lists its keys by their comments and signs with both kinds, 200 times each', async () => {
  const agent = await startAgent()
  agent.add('ed25519', 'for documents')
  agent.add('ecdsa', 'for tokens')
  const identities = await listIdentities(agent.socket)
  expect(identities.map(({ comment }) => comment)).toEqual(['for documents', 'for tokens'])
  for (const { publicKey: key } of identities) {
    expect(readKeyBlob(keyBlob(key))?.equals(key)).toBe(true)
    for (let turn = 0; turn < 200; turn++) {
      const bytes = Buffer.from(`number ${turn}`)
      const signature = await signWith(agent.socket, key, bytes)
      const hash = key.asymmetricKeyType === 'ec' ? 'sha256' : null
      expect(verify(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    }
  }
  await expect(signWith(agent.socket, publicKey, Buffer.from('x'))).rejects.toThrow(/does not have the key/)
  await agent.remove()
  await expect(listIdentities(agent.socket)).rejects.toThrow(AgentError)
})

test('what no agent would say is refused, whatever it is', async () => {
  const blob = keyBlob(publicKey)
  const ecdsa = (r: Uint8Array) => asString(Buffer.concat(['ecdsa-sha2-nistp256', Buffer.concat([asString(r), asString(Buffer.of(1))])].map(asString)))
  const strange: Record<string, Uint8Array[]> = {
    'another answer': [Buffer.of(6)],
    'nothing after the number': [Buffer.of(14)],
    'a length beyond the end': [Buffer.of(14), asNumber(0xffffffff)],
    'a signature of another kind': [Buffer.of(14), asString(Buffer.concat(['ssh-rsa', 'x'].map(asString)))],
    'one that is too short': [Buffer.of(14), asString(Buffer.concat([asString('ssh-ed25519'), asString(Buffer.alloc(63))]))],
    'a number that is too large': [Buffer.of(14), ecdsa(Buffer.alloc(33, 1))],
    'a negative number': [Buffer.of(14), ecdsa(Buffer.alloc(32, 0xff))],
    'more than was asked': [Buffer.of(14), asString(Buffer.concat([asString('ssh-ed25519'), asString(Buffer.alloc(64))])), Buffer.of(0)],
  }
  for (const [what, parts] of Object.entries(strange)) {
    await strangerSays(...parts)
    await expect(signWith(path, publicKey, Buffer.from('x')), what).rejects.toThrow(AgentError)
    await new Promise<void>(resolve => server?.close(() => resolve()))
  }
  await strangerSays(Buffer.of(12), asNumber(0xffffffff), asString(blob))
  await expect(listIdentities(path)).rejects.toThrow(AgentError)
})

test('keys of other kinds, certificates and points off the curve are passed over', async () => {
  const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)])
  const blobs = [
    Buffer.concat(['ssh-rsa', 'e', 'n'].map(asString)),
    Buffer.concat(['ssh-ed25519-cert-v01@openssh.com', 'x'].map(asString)),
    Buffer.concat([asString('sk-ssh-ed25519@openssh.com'), asString(Buffer.alloc(32)), asString('ssh:')]),
    Buffer.concat([asString('ecdsa-sha2-nistp256'), asString('nistp256'), asString(point)]),
    Buffer.concat([asString('ssh-ed25519'), asString(Buffer.alloc(31))]),
    Buffer.alloc(0),
    keyBlob(publicKey),
  ]
  const listed = blobs.map((blob, at) => Buffer.concat([asString(blob), asString(`key ${at}`)]))
  await strangerSays(Buffer.of(12), asNumber(blobs.length), ...listed)
  expect((await listIdentities(path)).map(({ comment }) => comment)).toEqual(['key 6'])
})

test('an answer without end is cut off, and so is one that never comes', async () => {
  await stranger(socket => socket.write(asNumber(0x7fffffff)))
  await expect(listIdentities(path)).rejects.toThrow(/more than it may/)
  await new Promise<void>(resolve => server?.close(() => resolve()))
  await stranger(socket => socket.write(asNumber(10)))
  await expect(listIdentities(path)).rejects.toThrow(/in time/)
  await new Promise<void>(resolve => server?.close(() => resolve()))
  await stranger(socket => socket.destroy())
  await expect(listIdentities(path)).rejects.toThrow(/hung up/)
})
