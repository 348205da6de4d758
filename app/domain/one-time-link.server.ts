import { later, now } from '~/lib/clock.server'
import { db, type OneTimeLinkModel, type Prisma, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { registerDaily } from '~/lib/jobs.server'
import { Refusal } from '~/lib/refusal'
import { linkToken, readLinkToken } from '~/lib/token.server'
import { people as words } from '~/messages/en/people'

type Purpose = OneTimeLinkModel['purpose']

const paths: Record<Purpose, string> = {
  invitation: '/invitation',
  confirmation: '/confirmation',
  passwordReset: '/password-reset',
}

interface NewLink {
  id?: string
  institutionId: string
  purpose: Purpose
  address: string
  personId?: string
  details?: Prisma.InputJsonObject
  /** Milliseconds. */
  lasts: number
}

/** Makes a link that works once. Only its row is kept: the token is made when a letter leaves (rule 5). */
export async function makeLink(tx: Tx, { id = newId(), lasts, ...link }: NewLink): Promise<string> {
  await tx.oneTimeLink.create({ data: { id, ...link, createdAt: now(), expiresAt: later(now(), lasts) } })
  return id
}

/** The address of the page that a link opens. Opening it changes nothing (rule 4). */
export function linkPath(purpose: Purpose, id: string) {
  return `${paths[purpose]}/${linkToken(purpose, id)}`
}

/** A link that still works, or null: invented, used and expired ones are one and the same to a visitor. */
export async function findLink(purpose: Purpose, token: string) {
  const id = readLinkToken(purpose, token)
  const link =
    id && (await db.oneTimeLink.findFirst({ where: { id, purpose, usedAt: null, expiresAt: { gt: now() } } }))
  return link && link.address !== null ? { ...link, address: link.address } : null
}

export type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** A working link, or the sentence that says what to do instead. */
export async function readLink(purpose: Purpose, token: string): Promise<Link> {
  const link = await findLink(purpose, token)
  if (!link) throw new Refusal(words.linkOver)
  return link
}

/** Only one of two simultaneous uses wins; others of the same kind to the same mailbox die with it. */
export async function useLink(tx: Tx, { id, institutionId, purpose, address }: Link) {
  const at = now()
  const { count } = await tx.oneTimeLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at, address: null, details: {} },
  })
  if (count === 0) throw new Refusal(words.linkOver)
  await tx.oneTimeLink.updateMany({
    where: { institutionId, purpose, address, usedAt: null },
    data: { expiresAt: at },
  })
}

registerDaily({ 'forget-links': forgetLinks })

/** What is over, and the addresses in it. */
async function forgetLinks() {
  await db.oneTimeLink.deleteMany({
    where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lte: now() } }] },
  })
}
