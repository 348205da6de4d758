import type { z } from 'zod'
import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { found, Refusal } from '~/lib/refusal'
import { readPerson } from '~/lib/signed-in.server'
import { answerable, hold } from './answer.server'
import { record } from './audit.server'
import { mailbox, theirs } from './endorsement-forms.server'
import { invitedBy, type Invited } from './endorser.server'
import { openFurther } from './further-request.server'
import { notify } from './notification.server'
import { normaliseAddress, primaryAddress } from './people'
import type { Actor } from './policy'
import { stillOpen, type AskedRequest } from './request.server'
import { flagHandOver } from './risk.server'

/** The first who was asked, a colleague, and a colleague of theirs; then the student names somebody anew. */
const CHAIN = 3

export const HandOverForm = mailbox(theirs)
export type HandOverForm = z.output<typeof HandOverForm>

/** To a colleague, at once and for the same revision. Both names are kept, and the student is told. */
export async function handOver(actor: Actor, requestId: string, { name, email }: HandOverForm) {
  const request = await answerable(actor, requestId)
  if (normaliseAddress(email) === request.endorser.normalised) throw new Refusal(ONESELF, 'email')
  const student = found(await readPerson(request.activity.studentId))
  const draft = {
    invitees: [{ name, email, organisation: request.organisation, message: '' }],
    opportunity: request.activity.opportunity,
  }
  await transaction(async tx => {
    await hold(tx, request)
    await refuseLongChain(tx, request)
    const isFirstSeen = !(await isKnown(tx, request.institutionId, email))
    await passOn(tx, request)
    const [invited] = await invitedBy(tx, student, draft, barred)
    const next = await openFor(tx, request, found(invited))
    if (isFirstSeen) await flagHandOver(tx, request)
    await notify(tx, {
      template: 'request-handed-over',
      to: primaryAddress(request.activity.student),
      params: { requestId },
      subjectId: request.activityId,
      dedupeKey: `handed-over:${requestId}`,
    })
    await record(tx, actor, 'request.handed-over', requestId, { next, isFirstSeen })
  })
}

const ONESELF = 'This is your own address. Name somebody else, or answer yourself.'
const NOT_THEM = 'This person cannot confirm it. Name somebody else who was responsible, or decline.'

/** An endorser learns of nobody that an address is theirs. */
const barred = {
  fieldAt: () => 'email',
  own: NOT_THEM,
  peer: () => NOT_THEM,
  stopped: (name: string) => `${name} asked us not to write. Name somebody else, or decline.`,
}

async function refuseLongChain(tx: Tx, { handedOverById }: AskedRequest) {
  let people = 1
  for (let before = handedOverById; before !== null; people++) {
    const request = await tx.endorsementRequest.findUniqueOrThrow({
      where: { id: before },
      select: { handedOverById: true },
    })
    before = request.handedOverById
  }
  if (people >= CHAIN) {
    throw new Refusal('This has been handed over twice already. Decline, and the student names somebody anew.')
  }
}

/** Asked before, or with an account here. */
async function isKnown(tx: Tx, institutionId: string, email: string) {
  const normalised = normaliseAddress(email)
  const where = { institutionId_normalised: { institutionId, normalised } }
  if (await tx.endorser.findUnique({ where })) return true
  return (await tx.emailAddress.findFirst({ where: { institutionId, normalised } })) !== null
}

/** Only one answer can be first. */
async function passOn(tx: Tx, { id }: AskedRequest) {
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id, status: { in: stillOpen } },
    data: { status: 'redirected', statusAt: now() },
  })
  if (count === 0) throw new Refusal('This request was answered a moment ago.')
}

async function openFor(tx: Tx, request: AskedRequest, invited: Invited) {
  const { personId } = await tx.endorser.findUniqueOrThrow({ where: { id: invited.endorserId } })
  if (personId !== null && personId === request.endorser.personId) throw new Refusal(ONESELF, 'email')
  const id = await openFurther(tx, request.revision, invited, 'email')
  await tx.endorsementRequest.update({ where: { id }, data: { handedOverById: request.id } })
  return id
}
