import { verify } from 'node:crypto'
import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { readPublicKey } from '~/standards/multikey'
import { checkChain, type ChainCheck } from './audit.server'
import { activeKey, listKeys } from './signing-key.server'

/** Of every institution, once a day: what is cut off later is noticed (rule 10). */
export async function signAuditHeads(): Promise<void> {
  for (const { id } of await db.institution.findMany({ select: { id: true } })) await signAuditHead(id)
}

/** Signs the end of the chain as it is now. */
export async function signAuditHead(institutionId: string): Promise<void> {
  const key = await activeKey(institutionId)
  const institution = await db.institution.findUniqueOrThrow({ where: { id: institutionId } })
  const { auditSeq: seq, auditHash: hash } = institution
  const signedAt = now()
  const head = { institutionId, seq, hash, signedAt, keyMultibase: key.publicKeyMultibase }
  const signature = Buffer.from(await key.sign(message(head))).toString('base64url')
  if (!isSigned({ ...head, signature })) throw new Error(`The key ${key.means.id} did not sign what it was given.`)
  await db.auditHead.upsert({
    where: { institutionId_seq: { institutionId, seq } },
    create: { ...head, signature },
    update: { seq },
  })
}

/** The whole chain, its end, and the signature of every signed head, each by a key of the institution. */
export async function checkAudit(institutionId: string): Promise<ChainCheck> {
  const chain = await checkChain(institutionId)
  if (!chain.isIntact) return chain
  const keys = await listKeys(institutionId)
  const known = new Set(keys.map(key => key.publicKeyMultibase))
  for (const head of await db.auditHead.findMany({ where: { institutionId }, orderBy: { seq: 'asc' } })) {
    if (!known.has(head.keyMultibase) || !isSigned(head)) {
      return { isIntact: false, events: chain.events, fault: { seq: head.seq, reason: 'head' } }
    }
  }
  return chain
}

interface Head {
  institutionId: string
  seq: number
  hash: string
  signedAt: Date
  keyMultibase: string
}

function isSigned(head: Head & { signature: string }) {
  const key = readPublicKey(head.keyMultibase)
  return key !== null && verify(null, message(head), key, Buffer.from(head.signature, 'base64url'))
}

function message({ institutionId, seq, hash, signedAt }: Head) {
  return Buffer.from(JSON.stringify(['vouch audit head', institutionId, seq, hash, signedAt.toISOString()]))
}
