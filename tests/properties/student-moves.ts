import {
  closed,
  DAY,
  isInQuestion,
  isStillOpen,
  mayBeAsked,
  type Activity,
  type Model,
  type Request,
} from './model'
import { done, type Says, type studentVerbs, type Turn } from './moves'
import type { Mailbox } from './people'

/** What a student does with an activity. Nobody else finds it there. */
export const ofStudents: Record<(typeof studentVerbs)[number], Says> = {
  edit: own(draft(() => done('activity.edited'))),
  addText: own(draft(() => done('evidence.added'))),
  name: own(
    draft(({ activity, move }) => {
      activity.invitees = [...move.asks]
      return done('activity.edited')
    }),
  ),
  submit: own(draft(submit)),
  withdraw: own(({ activity, move }) => {
    if (!isInQuestion(activity) || move.isStale) return 'refused'
    activity.status = 'withdrawn'
    closeAll(activity)
    return done('activity.withdrawn')
  }),
  revise: own(({ activity, move }) => {
    if (isInQuestion(activity) || activity.status === 'draft' || move.isStale) return 'refused'
    activity.status = 'draft'
    activity.revision = activity.last = 1 + Math.max(activity.revision, activity.last)
    return done('activity.revised')
  }),
  discard: own(discard),
  remind: own(asked(remind)),
  askAlso: own(({ model, activity, move }) => {
    if (!isInQuestion(activity) || move.isStale) return 'refused'
    return openFurther(model, activity, move.mailbox, 'request.added')
  }),
  askSuggested: own(
    suggested(({ model, activity, request, move }, mailbox) => {
      if (!isInQuestion(activity) || move.isStale || mailbox === 'settled') return 'refused'
      request.suggests = 'settled'
      return openFurther(model, activity, mailbox, 'request.added')
    }),
  ),
  leaveSuggestion: own(
    suggested(({ request }, mailbox) => {
      if (mailbox === 'settled') return 'refused'
      request.suggests = 'settled'
      return done('request.suggestion-left')
    }),
  ),
  tell: own(
    asked(({ model, activity, request }) => {
      if (closed(model, activity, request) || request.messages.length === 0) return 'refused'
      request.messages.push('student')
      request.expires = model.at + 30 * DAY
      return done('request.told', 'question-answered')
    }),
  ),
}

/** Asks one more person about the version in question, whoever says so. */
export function openFurther(
  model: Model,
  activity: Activity,
  mailbox: Mailbox,
  event: string,
  ...letters: string[]
) {
  const wasAsked = activity.requests.some(
    ({ to, revision }) => to === mailbox && revision === activity.revision,
  )
  if (wasAsked || !mayBeAsked(model, activity, mailbox)) return 'refused'
  openRequest(model, activity, mailbox)
  return done(event, 'endorsement-request', ...letters)
}

export function closeAll(activity: Activity, revision?: number) {
  for (const request of activity.requests.filter(isStillOpen))
    if (revision === undefined || request.revision === revision) request.status = 'withdrawn'
}

function submit({ model, activity }: Turn) {
  const { invitees } = activity
  if (invitees.length === 0 || !invitees.every(mailbox => mayBeAsked(model, activity, mailbox)))
    return 'refused'
  activity.status = 'submitted'
  activity.submitted.push(activity.revision)
  closeAll(activity)
  for (const mailbox of invitees) openRequest(model, activity, mailbox)
  return done('activity.submitted', ...invitees.map(() => 'endorsement-request'))
}

function openRequest(model: Model, activity: Activity, to: Mailbox) {
  model.asked[to] = model.owner[to] ?? model.asked[to] ?? null
  activity.requests.push({
    to,
    revision: activity.revision,
    status: 'queued',
    answer: null,
    isByContact: activity.isOfCatalogue && to === 'eleni',
    expires: model.at + 30 * DAY,
    asked: model.at,
    started: null,
    reminded: null,
    unsent: 1,
    suggests: null,
    messages: [],
    handed: 0,
    said: [],
  })
}

function discard({ activity, move }: Turn) {
  if (activity.status !== 'draft' || move.isStale) return 'refused'
  if (activity.approved !== null) {
    activity.status = 'approved'
    activity.revision = activity.approved
    return done('activity.restored')
  }
  if (activity.submitted.length > 0) return 'refused'
  activity.isGone = true
  return done('activity.discarded')
}

function remind({ model, activity, request }: Asked) {
  const isHeld =
    ['queued', 'sent', 'started'].includes(request.status) && activity.approved !== request.revision
  const isEarly =
    request.asked + DAY > model.at || (request.reminded !== null && request.reminded + 3 * DAY > model.at)
  if (!isHeld || isEarly || model.spared.includes(request.to)) return 'refused'
  request.reminded = model.at
  request.expires = model.at + 30 * DAY
  return done('request.reminded', 'reminder')
}

type Asked = Turn & { request: Request }

function own(says: Says): Says {
  return turn => (turn.move.by === turn.activity.student ? says(turn) : 'missing')
}

function draft(says: Says): Says {
  return turn => (turn.activity.status === 'draft' && !turn.move.isStale ? says(turn) : 'refused')
}

function asked(says: (turn: Asked) => ReturnType<Says>): Says {
  return turn => (turn.request ? says({ ...turn, request: turn.request }) : 'missing')
}

function suggested(says: (turn: Asked, mailbox: Mailbox | 'settled') => ReturnType<Says>): Says {
  return asked(turn => (turn.request.suggests ? says(turn, turn.request.suggests) : 'missing'))
}
