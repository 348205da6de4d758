import { randomBytes, verify, type KeyObject } from 'node:crypto'
import { settings } from '~/lib/env.server'
import { log } from '~/lib/log.server'
import { NotNow, Refusal } from '~/lib/refusal'
import { AgentError, listIdentities, signWith, type Identity } from '~/lib/ssh-agent.server'
import { keys } from '~/messages/en/keys'
import { kindOfKey, publicKeyMultibase, readPublicKey } from '~/standards/multikey'
import type { KeyKeeper, KeyMeans, KeyWanted } from './key-keeper'
import type { KeyKind } from './signing-key'

const words = keys.agent

/** Kept by an agent that speaks as OpenSSH's does, and so by the cards, modules and services behind such agents. */
export const agentKeys: KeyKeeper = {
  async provide(wanted) {
    const socket = socketOf()
    const next = (await explained(() => listUnused(socket, wanted))).find(({ publicKey }) => isOf(wanted.kind, publicKey))
    if (!next) throw new NotNow(words.noneLeft(words.kinds[wanted.kind], wanted.slug))
    await explained(() => tryOut(socket, next.publicKey))
    return { publicKeyMultibase: publicKeyMultibase(next.publicKey), encryptedPrivate: null }
  },

  signerOf({ publicKeyMultibase: multibase }) {
    const publicKey = readPublicKey(multibase)
    if (!publicKey) throw new TypeError(`${multibase} is no key.`)
    return bytes => signLater(publicKey, bytes)
  },
}

/** What keeps these from signing, in a sentence for whoever runs the server; null: nothing does. */
export async function agentTrouble(all: readonly KeyMeans[]): Promise<string | null> {
  if (all.length === 0) return null
  try {
    const held = new Set((await listIdentities(socketOf())).map(({ publicKey }) => publicKeyMultibase(publicKey)))
    const missing = all.find(means => !held.has(means.publicKeyMultibase))
    return missing ? words.notHeld(missing.publicKeyMultibase) : null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    if (error instanceof AgentError) return words.trouble(error.message)
    throw error
  }
}

/** How many of each kind could follow. @throws Refusal where nobody can tell */
export async function countUnused(wanted: Wanted): Promise<Record<KeyKind, number>> {
  const unused = await explained(() => listUnused(socketOf(), wanted))
  const count = (kind: KeyKind) => unused.filter(({ publicKey }) => isOf(kind, publicKey)).length
  return { Ed25519: count('Ed25519'), P256: count('P256') }
}

type Wanted = Pick<KeyWanted, 'slug' | 'used'>

/** An identity is an institution's if a word of its comment is the institution's slug. */
async function listUnused(socket: string, { slug, used }: Wanted): Promise<Identity[]> {
  const all = await listIdentities(socket)
  return all.filter(({ comment, publicKey }) => (
    comment.split(/\s+/).includes(slug) && !used.includes(publicKeyMultibase(publicKey))
  ))
}

/** A listed key can be locked, or wait for a person's nod: better known before it is published. */
async function tryOut(socket: string, key: KeyObject): Promise<void> {
  const bytes = Buffer.concat([Buffer.from('vouch asks whether this key signs '), randomBytes(32)])
  const signature = await signWith(socket, key, bytes)
  const hash = key.asymmetricKeyType === 'ec' ? 'sha256' : null
  if (!verify(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)) throw new AgentError('it signs with another key')
}

/** Whoever waits for a signature cannot mend the agent: they are asked to come again, and the log has the reason. */
async function signLater(key: KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await signWith(socketOf(), key, bytes)
  } catch (error) {
    if (!(error instanceof AgentError || error instanceof Refusal)) throw error
    log.error({ reason: error.message }, 'the agent that keeps a signing key did not sign')
    throw new NotNow(words.notNow)
  }
}

function socketOf(): string {
  const { signingAgent } = settings()
  if (signingAgent === null) throw new Refusal(words.notSet)
  return signingAgent
}

async function explained<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof AgentError)) throw error
    throw new NotNow(words.trouble(error.message))
  }
}

function isOf(kind: KeyKind, key: KeyObject): boolean {
  return kindOfKey(key) === (kind === 'P256' ? 'P-256' : 'Ed25519')
}
