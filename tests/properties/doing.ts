import { nameEndorsers, timeActivity } from '~/domain/activity.server'
import { allowAsking, declineRequest, returnRequest, stopAsking } from '~/domain/answer.server'
import { enterCode, sendCode } from '~/domain/confirmation-code.server'
import { amendEndorsement, endorseActivity } from '~/domain/endorsement.server'
import { addText } from '~/domain/evidence.server'
import { askAlso, askSuggested, leaveSuggestion } from '~/domain/further-request.server'
import { handOver } from '~/domain/hand-over.server'
import type { Actor } from '~/domain/policy'
import { expireRequests, renewRequest } from '~/domain/renewal.server'
import { findRequest, remindEndorser, settle } from '~/domain/request.server'
import { discardVersion } from '~/domain/restoration.server'
import {
  approveActivity,
  declineActivity,
  rescindApproval,
  returnActivity,
  undoApproval,
} from '~/domain/review.server'
import { reviseActivity, submitActivity, withdrawActivity } from '~/domain/submission.server'
import { answerEndorser, askStudent } from '~/domain/thread.server'
import { withdrawEndorsement } from '~/domain/withdrawal.server'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import { NotFound } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import { draftedActivity, saidOf } from '../story'
import { DAY, type Model } from './model'
import type { Move, Verb } from './moves'
import { isByCode, mailboxes, spelled, type Mailbox } from './people'
import { actorOf, adopt, askedRequest, NOWHERE, requestIdOf, reviewIdOf, type World } from './world'

/** Everything a verb may want to be told, looked up from the places that the model knows. */
export interface Scenery {
  world: World
  model: Model
  move: Move
  actor: Actor
  shown: { id: string; revision: number }
  requestId: string
  message: { text: string; after: string }
}

export async function sceneryOf(world: World, model: Model, move: Move): Promise<Scenery> {
  const requestId = await requestIdOf(world, model, move)
  const actor = await actorOf(world, move.by, requestId)
  const revision = (model.activities[move.activity]?.revision ?? 1) - (move.isStale ? 1 : 0)
  const shown = { id: world.activityIds[move.activity] ?? NOWHERE, revision }
  const message = { text: newPublicId(), after: await lastMessage(requestId) }
  return { world, model, move, actor, requestId, shown, message }
}

/** Does it by the verb itself. */
export async function perform(scenery: Scenery): Promise<unknown> {
  return verbs[scenery.move.verb](scenery)
}

const reason = { reason: 'Which weeks were these?' }

const verbs: Record<Verb, (scenery: Scenery) => Promise<unknown>> = {
  log,
  edit: ({ actor, shown, move }) => timeActivity(actor, shown, timed(move.minutes)),
  addText: ({ actor, shown }) =>
    addText(actor, shown, { name: 'Rota', description: '', showsPeople: false, text: 'Saturday' }),
  name: ({ actor, shown, move }) =>
    nameEndorsers(actor, shown, { invitees: move.asks.map(each => invitee(each, move)) }),
  submit: ({ actor, shown }) => submitActivity(actor, shown, true),
  withdraw: ({ actor, shown }) => withdrawActivity(actor, shown),
  revise: ({ actor, shown }) => reviseActivity(actor, shown),
  discard: ({ actor, shown }) => discardVersion(actor, shown),
  remind: ({ actor, requestId }) => remindEndorser(actor, requestId),
  askAlso: ({ actor, shown, move }) => askAlso(actor, shown, invitee(move.mailbox, move)),
  askSuggested: ({ actor, shown, requestId }) => askSuggested(actor, shown, requestId),
  leaveSuggestion: ({ actor, shown, requestId }) => leaveSuggestion(actor, shown, requestId),
  tell: ({ actor, requestId, message }) => answerEndorser(actor, requestId, message),
  endorse: async scenery => endorseActivity(scenery.actor, scenery.requestId, await said(scenery)),
  amend: async scenery => amendEndorsement(scenery.actor, scenery.requestId, await said(scenery)),
  takeBack: ({ actor, requestId }) => withdrawEndorsement(actor, requestId, reason),
  return: ({ actor, requestId }) => returnRequest(actor, requestId, { question: 'Which weeks?' }),
  decline: ({ actor, requestId }) => declineRequest(actor, requestId, { reason: 'cannotJudge', note: '' }),
  deny: ({ actor, requestId }) => declineRequest(actor, requestId, { reason: 'didNotHappen', note: '' }),
  suggest: ({ actor, requestId, move }) =>
    declineRequest(actor, requestId, {
      reason: 'notTheRightPerson',
      note: '',
      suggestion: invitee(move.mailbox, move),
    }),
  question: ({ actor, requestId, message }) => askStudent(actor, requestId, message),
  handOver: ({ actor, requestId, move }) => handOver(actor, requestId, invitee(move.mailbox, move)),
  begin,
  stop: async ({ world, model, move }) => stopAsking(await askedRequest(world, model, move)),
  allow: async ({ world, model, move }) => allowAsking(await askedRequest(world, model, move)),
  renew: async ({ world, model, move }) => renewRequest(await askedRequest(world, model, move)),
  bounce: async ({ requestId }) => {
    if (!(await findRequest(requestId))) throw new NotFound()
    return settle(requestId, 'undeliverable')
  },
  approve: ({ actor, shown }) => approveActivity(actor, shown, { reason: '' }),
  sendBack: ({ actor, shown }) => returnActivity(actor, shown, reason),
  turnDown: ({ actor, shown }) => declineActivity(actor, shown, reason),
  rescind: ({ actor, shown }) => rescindApproval(actor, shown, reason),
  undo: async ({ world, model, move, actor }) => undoApproval(actor, await reviewIdOf(world, model, move)),
  post: () => runDueJobs(),
  expire: () => expireRequests(),
  wait: async ({ model, move }) => setClock(new Date(model.at + move.days * DAY)),
  adopt: async ({ world, move }) => (isByCode(move.by) ? undefined : adopt(world, move.by, move.mailbox)),
}

async function log({ world, actor, move }: Scenery) {
  if (actor.kind !== 'person') throw new NotFound()
  const opportunity = move.minutes % 2 === 0 ? world.entry : undefined
  const asks = move.asks.map(each => invitee(each, move))
  const { id } = await draftedActivity(world.scene, {
    student: actor,
    asks,
    ...(opportunity && { opportunity }),
  })
  world.activityIds.push(id)
}

/** In a browser of its own: asks for the six digits and types them. */
async function begin({ world, model, move }: Scenery) {
  const request = await askedRequest(world, model, move)
  const browser = newPublicId()
  await sendCode(request, browser)
  const code = await db.confirmationCode.findFirstOrThrow({
    where: { subjectId: request.id },
    orderBy: { id: 'desc' },
  })
  await enterCode(request, browser, digits(code.id), { userAgent: 'a browser', ip: '' })
}

export async function said({ world, requestId, move }: Scenery) {
  const request = await findRequest(requestId)
  if (!request) throw new NotFound()
  const changes = {
    confirmedMinutes: move.minutes,
    ...(move.isStale && { revisionHash: 'of another version' }),
  }
  return saidOf(world.scene, request, changes)
}

async function lastMessage(requestId: string) {
  const last = await db.message.findFirst({ where: { requestId }, orderBy: { id: 'desc' } })
  return last?.id ?? ''
}

export function invitee(mailbox: Mailbox, { spelling }: Move) {
  return { name: mailboxes[mailbox].name, email: spelled(mailbox, spelling), organisation: '', message: '' }
}

function timed(minutes: number) {
  const entry = { day: '2026-02-07', minutes, note: '' }
  return {
    activityStartDate: '2026-02-07',
    activityEndDate: '2026-05-09',
    isOngoing: false,
    timeEntries: [entry],
  }
}
