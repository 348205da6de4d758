import { DAY, later, now } from '~/lib/clock.server'
import { db, isTaken, transaction } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { linkToken, readLinkToken } from '~/lib/token.server'
import { partnerForms as says } from '~/messages/en/partner-forms'
import { record } from './audit.server'
import { notify } from './notification.server'
import type { PartnerForm } from './partner-forms.server'
import { normaliseAddress } from './people'
import type { PersonActor } from './policy'
import { buildable, idOf } from './programme.server'

const LINK_DAYS = 30
const AT_MOST = 100

/** Mails an organisation a link to one version; whoever was taken off the list before can be asked again. */
export async function askPartner(actor: PersonActor, programmeId: string, form: PartnerForm): Promise<void> {
  const { institutionId } = await buildable(actor, programmeId)
  const emailNormalised = normaliseAddress(form.email)
  await throttle('partnerByDesigner', actor.id)
  await throttle('mailByAddress', emailNormalised)
  const asked = { ...form, status: 'invited' as const, invitedById: idOf(actor), invitedAt: now() }
  const asking = transaction(async tx => {
    const again = await tx.programmePartner.findFirst({ where: { programmeId, emailNormalised, status: 'withdrawn' } })
    const id = again?.id ?? newId()
    if (again) await tx.programmePartner.update({ where: { id }, data: asked })
    else {
      const row = { id, institutionId, programmeId, publicId: newPublicId(), emailNormalised, ...asked }
      await tx.programmePartner.create({ data: row })
    }
    await notify(tx, { template: 'partner-asked', to: form.email, params: { partnerId: id }, subjectId: id })
    await record(tx, actor, 'programme.partner-asked', programmeId, { partner: id })
  })
  await asking.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal(says.asked, 'email') : error
  })
}

/** Their link is over. What they endorsed is taken off the programme; what they commented stays. */
export async function withdrawPartner(actor: PersonActor, programmeId: string, id: string): Promise<void> {
  await buildable(actor, programmeId)
  found(await db.programmePartner.findFirst({ where: { id, programmeId } }))
  await transaction(async tx => {
    const { count } = await tx.programmePartner.updateMany({
      where: { id, programmeId, status: { not: 'withdrawn' } },
      data: { status: 'withdrawn', document: null, endorsementComment: '' },
    })
    if (count === 0) throw new Refusal(says.gone)
    await record(tx, actor, 'programme.partner-withdrawn', programmeId, { partner: id })
  })
}

export async function listPartners(actor: PersonActor, programmeId: string) {
  await buildable(actor, programmeId)
  const partners = await db.programmePartner.findMany({
    where: { programmeId },
    orderBy: [{ invitedAt: 'desc' }, { id: 'desc' }],
    take: AT_MOST,
    select: {
      id: true, organisation: true, name: true, email: true, status: true, invitedAt: true, answeredAt: true,
    },
  })
  return partners.map(partner => ({ ...partner, isOver: isOver(partner) }))
}

export type ListedPartner = Awaited<ReturnType<typeof listPartners>>[number]

/** The page that a partner's link opens. Opening it changes nothing (rule 4). */
export function partnerPath(id: string) {
  return `/p/${linkToken('partner', id)}`
}

/** Whom a link was mailed to, for 30 days and until it is taken back; null for all other links. */
export async function findPartner(token: string) {
  const id = readLinkToken('partner', token)
  const partner = id && (await db.programmePartner.findFirst({
    where: { id, status: { not: 'withdrawn' } },
    include: { programme: { select: { id: true, status: true, publicId: true, title: true, version: true } } },
  }))
  return partner && !isOver(partner) ? partner : null
}

export type Partner = NonNullable<Awaited<ReturnType<typeof findPartner>>>

/** What partners endorsed of a published version, the first first. */
export async function listEndorsed(programmeId: string) {
  const partners = await db.programmePartner.findMany({
    where: { programmeId, status: 'endorsed', document: { not: null } },
    orderBy: { answeredAt: 'asc' },
    take: AT_MOST,
    select: { publicId: true, organisation: true, name: true, endorsementComment: true, answeredAt: true, document: true },
  })
  return partners.flatMap(({ document, ...partner }) => (document === null ? [] : { ...partner, document }))
}

/** The same by its public id, without the signed texts. */
export async function listEndorsedAs(publicId: string) {
  const programme = await db.programme.findUnique({ where: { publicId }, select: { id: true } })
  const endorsed = programme ? await listEndorsed(programme.id) : []
  return endorsed.map(({ document: _, ...partner }) => partner)
}

/** The signed text, as it was stored; null for what was never endorsed or is taken back. */
export async function findPartnerEndorsement(publicId: string): Promise<string | null> {
  const partner = await db.programmePartner.findFirst({ where: { publicId, status: 'endorsed' } })
  return partner?.document ?? null
}

const isOver = ({ invitedAt }: { invitedAt: Date }) => later(invitedAt, LINK_DAYS * DAY) <= now()
