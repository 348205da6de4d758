import {
  addressesOf,
  closed,
  DAY,
  hasReviewed,
  isInQuestion,
  mayAnswer,
  mayBeAsked,
  needed,
  SECOND,
  standing,
  type Activity,
  type Model,
  type Request,
  type Said,
} from './model'
import {
  done,
  nothing,
  type endorserVerbs,
  type linkVerbs,
  type Outcome,
  type Says,
  type Turn,
} from './moves'
import { isByCode, mailboxOf, type Somebody } from './people'
import { closeAll, openFurther } from './student-moves'

/** What somebody does who was asked. Nobody else finds the request there. */
export const ofEndorsers: Record<(typeof endorserVerbs)[number], Says> = {
  endorse: theirs(answering(endorse)),
  amend: theirs(amend),
  takeBack: theirs(takeBack),
  return: theirs(
    answering(({ activity, request }) => {
      answer(request, 'returned')
      activity.status = 'returned'
      closeAll(activity)
      return done('request.returned', 'request-returned')
    }),
  ),
  decline: theirs(answering(({ request }) => decline(request))),
  deny: theirs(
    answering(({ activity, request }) => {
      raise(activity, request.revision, 'didNotHappen')
      if (activity.status === 'submitted') activity.status = 'inReview'
      return decline(request)
    }),
  ),
  suggest: theirs(
    answering(({ request, move }) => {
      request.suggests = move.mailbox
      return decline(request)
    }),
  ),
  question: theirs(
    answering(({ model, request }) => {
      request.messages.push('endorser')
      begin(model, request)
      return done('request.asked', 'question-asked')
    }),
  ),
  handOver: theirs(answering(handOver)),
}

/** What the link alone is enough for, and what the mail server says. */
export const ofLinks: Record<(typeof linkVerbs)[number], Says> = {
  begin: asked(({ model, activity, request }) => {
    const reason = closed(model, activity, request)
    if (reason && reason !== 'answered') return 'refused'
    begin(model, request)
    return { events: ['request.code-sent', 'request.code-entered'], letters: ['endorsement-code'] }
  }),
  stop: asked(stop),
  allow: asked(({ model, request }) => {
    if (!model.spared.includes(request.to)) return nothing
    model.spared = model.spared.filter(mailbox => mailbox !== request.to)
    return done('endorser.allowed')
  }),
  renew: asked(({ model, activity, request }) => {
    const isOver = closed(model, activity, request) === 'expired' && isOf(activity, request)
    if (!isOver || model.spared.includes(request.to)) return 'refused'
    Object.assign(request, { status: 'queued', expires: model.at + 30 * DAY, unsent: request.unsent + 1 })
    return done('request.renewed', 'endorsement-request')
  }),
  bounce: asked(({ model, request }) => {
    // What comes back late was sent; whoever has started has read it.
    if (!['queued', 'sent'].includes(request.status)) return nothing
    Object.assign(request, { status: 'undeliverable', expires: model.at + 30 * DAY })
    return done('request.undeliverable', 'request-undeliverable')
  }),
}

type Asked = Turn & { request: Request }

function endorse({ model, activity, request, move }: Asked): Outcome {
  if (move.isStale || mayNotSay(model, activity, request, move.by)) return 'refused'
  const said = answerOf(move.by, request, move.minutes)
  answer(request, 'endorsed')
  request.said.push(said)
  if (said.assurance === 'email' && request.to === 'kofi') raise(activity, request.revision, 'freeMail')
  if (isReturned(model, activity, request)) raise(activity, request.revision, 'eachOther')
  if (request.started !== null && model.at - request.started < 60 * SECOND)
    raise(activity, request.revision, 'hasty')
  if (activity.requests.some(each => each.answer === 'declined'))
    raise(activity, request.revision, 'earlierDecline')
  if (activity.status === 'submitted') moveOn(activity, request.revision)
  return done(
    'activity.endorsed',
    'endorsement-receipt',
    activity.status === 'approved' ? 'activity-approved' : 'activity-endorsed',
  )
}

/** Enough stand: on to the review, or past it where the catalogue says so and nothing speaks against it. */
function moveOn(activity: Activity, revision: number) {
  const said = standing(activity, revision)
  if (said.length < needed(activity)) return
  const isFlagged = activity.flags.some(flag => flag.revision === revision)
  const isOnlyNamed = said.some(({ assurance, request }) => assurance === 'email' && !request.isByContact)
  activity.status = isFlagged || isOnlyNamed || !activity.isOfCatalogue ? 'inReview' : 'approved'
  if (activity.status === 'approved') activity.approved = revision
}

function amend({ model, activity, request, move }: Asked): Outcome {
  const before = request.said.find(({ stands }) => stands)
  if (!before || activity.approved === request.revision || !isOf(activity, request)) return 'refused'
  if (move.isStale || mayNotSay(model, activity, request, move.by)) return 'refused'
  const said = answerOf(move.by, request, move.minutes)
  if (said.minutes === before.minutes && said.assurance === before.assurance) return nothing
  before.stands = false
  request.said.push(said)
  return done('endorsement.amended', 'endorsement-receipt', 'endorsement-amended')
}

function takeBack({ activity, request }: Asked): Outcome {
  const said = request.said.find(({ stands }) => stands)
  if (!said) return 'refused'
  said.stands = false
  raise(activity, request.revision, 'takenBack')
  const isApproved = activity.reviews.some(
    ({ decision, revision, undone }) => decision === 'approved' && revision === request.revision && !undone,
  )
  return done(
    'endorsement.withdrawn',
    'endorsement-withdrawn',
    ...(isApproved ? ['withdrawn-after-approval'] : []),
  )
}

/** Rule 1: not about their own. Rule 16: not who decided. */
/** Two people who confirm each other, by whichever of their mailboxes. */
function isReturned({ activities, asked, owner }: Model, { student }: Activity, { to }: Request) {
  const who = asked[to] ?? owner[to]
  return activities.some(
    other =>
      other.student === who &&
      other.requests.some(each => each.said.length > 0 && [asked[each.to], owner[each.to]].includes(student)),
  )
}

function mayNotSay(model: Model, activity: Activity, { to }: Request, by: Somebody) {
  const addresses = addressesOf(model, by, to)
  const isOwn = addresses.some(address => model.owner[address] === activity.student)
  return isOwn || hasReviewed(model, activity, addresses)
}

function handOver({ model, activity, request, move }: Asked): Outcome {
  const { mailbox } = move
  const owner = model.owner[mailbox] ?? model.asked[mailbox] ?? null
  const isOneself = mailbox === request.to || (owner !== null && owner === model.asked[request.to])
  if (isOneself || request.handed >= 2 || !mayBeAsked(model, activity, mailbox)) return 'refused'
  const isFirstSeen = !(mailbox in model.asked) && !model.owner[mailbox]
  const outcome = openFurther(model, activity, mailbox, 'request.handed-over', 'request-handed-over')
  if (outcome === 'refused') return outcome
  request.status = 'redirected'
  Object.assign(activity.requests.at(-1) ?? {}, { handed: request.handed + 1 })
  if (isFirstSeen) raise(activity, request.revision, 'handedOver')
  return outcome
}

function stop({ model, activity, request }: Asked): Outcome {
  const isDeclined = !closed(model, activity, request) && isOf(activity, request)
  const isNews = !model.spared.includes(request.to)
  if (isNews) model.spared.push(request.to)
  if (isDeclined) decline(request)
  const events = [...(isDeclined ? ['request.declined'] : []), ...(isNews ? ['endorser.stopped'] : [])]
  return { events, letters: isDeclined ? ['request-declined'] : [] }
}

function begin({ at }: Model, request: Request) {
  if (['queued', 'sent', 'undeliverable'].includes(request.status))
    Object.assign(request, { status: 'started', started: at })
}

function answer(request: Request, given: 'endorsed' | 'returned' | 'declined') {
  Object.assign(request, { status: 'answered', answer: given })
}

function decline(request: Request) {
  answer(request, 'declined')
  return done('request.declined', 'request-declined')
}

function raise(activity: Activity, revision: number, kind: string) {
  const isRaised = activity.flags.some(flag => flag.revision === revision && flag.kind === kind)
  if (!isRaised) activity.flags.push({ revision, kind })
}

function answerOf(by: Somebody, { to }: Request, minutes: number): Said {
  return { mailbox: to, by, stands: true, minutes, assurance: assuranceOf(by) }
}

function assuranceOf(by: Somebody): Said['assurance'] {
  if (!isByCode(by)) return by === 'chidi' ? 'email' : 'staff'
  return ['eleni', 'jonas'].includes(mailboxOf(by)) ? 'organisation' : 'email'
}

const isOf = (activity: Activity, { revision }: Request) =>
  isInQuestion(activity) && activity.revision === revision

function asked(says: (turn: Asked) => Outcome): Says {
  return turn => (turn.request ? says({ ...turn, request: turn.request }) : 'missing')
}

function theirs(says: (turn: Asked) => Outcome): Says {
  return asked(turn => (mayAnswer(turn.model, turn.request, turn.move.by) ? says(turn) : 'missing'))
}

/** While the request is open and its version in question. */
function answering(says: (turn: Asked) => Outcome) {
  return (turn: Asked) =>
    closed(turn.model, turn.activity, turn.request) || !isOf(turn.activity, turn.request)
      ? 'refused'
      : says(turn)
}
