import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { publicFace } from './activity'
import { discreetName, givenName, masked } from './people'
import { isStaff, mayAnswer, type Actor, type PersonActor } from './policy'
import { findVisitor } from './confirmation-code.server'
import { canRenew } from './renewal.server'
import { closedReason, findRequestByToken, requestPath, type AskedRequest } from './request.server'
import { countOthers } from './request-inbox.server'
import { parseFacts } from './revision'
import { evidenceOf } from './revision-evidence.server'
import { changesOf } from './withdrawal.server'
import { inOrder } from './thread.server'

/**
 * The request a link names, and who may answer it here: staff it was sent to by their own sign-in, else the
 * browser in which the code was typed. Null for who has not shown who they are.
 */
export async function findAsked(token: string | undefined, person: PersonActor | null, key: string | null) {
  const asked = found(await findRequestByToken(token ?? ''))
  const answerer: Actor | null =
    person && mayAnswer(person, asked) ? person : await findVisitor(asked, key)
  return { asked, answerer, path: requestPath(asked.id) }
}

/** What the endorser's link shows: little before the code, all of the asked revision after it. */
export async function findEndorserPage(request: AskedRequest, answerer: Actor | null) {
  const reason = closedReason(request)
  if (reason === 'answered' && answerer)
    return { stage: 'receipt' as const, ...(await receiptOf(request, answerer)) }
  if (reason)
    return {
      stage: 'closed' as const,
      ...askedOf(request),
      reason,
      statusAt: request.statusAt,
      canRenew: canRenew(request),
    }
  if (answerer) return { stage: 'form' as const, ...(await formOf(request, answerer)) }
  return { stage: 'code' as const, ...askedOf(request) }
}

export type AskedPage = ReturnType<typeof askedOf>
export type FormPage = Awaited<ReturnType<typeof formOf>>
export type ReceiptPage = Awaited<ReturnType<typeof receiptOf>>
export type ClaimShown = FormPage['claims'][number]

/** First name and initial, what and when, and how the university works: no more before a code. */
export function askedOf({ endorserName, endorser, namedBy, handedOverBy, activity, revision }: AskedRequest) {
  const facts = parseFacts(revision.facts)
  const { title } = publicFace(facts)
  const { activityStartDate: start, activityEndDate: end } = facts
  return {
    endorserName,
    namedBy,
    handedOverBy: handedOverBy?.endorserName ?? null,
    title,
    start,
    end,
    student: discreetName(activity.student.usedName),
    mailbox: masked(endorser.email),
    house: houseOf(activity.student),
    doNotAsk: endorser.doNotAskAt !== null,
  }
}

export async function formOf(request: AskedRequest, answerer: Actor) {
  const { revision, activity, message, organisation } = request
  const facts = parseFacts(revision.facts)
  const [evidence, messages, before, enrolment] = await Promise.all([
    evidenceOf(revision.id),
    db.message.findMany({ where: { requestId: request.id }, ...inOrder }),
    answerer.kind === 'person'
      ? db.endorsement.findFirst({
          where: { endorserId: request.endorserId },
          orderBy: { endorsedAt: 'desc' },
          select: { roleTitle: true },
        })
      : null,
    db.enrolment.findFirst({
      where: { personId: activity.studentId },
      orderBy: { fromDay: 'desc' },
      select: { studyProgramme: true },
    }),
  ])
  return {
    student: studentOf(request),
    studyProgramme: enrolment?.studyProgramme ?? null,
    house: houseOf(activity.student),
    message,
    messages,
    handedOverBy: request.handedOverBy?.endorserName ?? null,
    facts,
    revisionHash: revision.hash,
    version: revision.number,
    evidence,
    claims: revision.claims.map(claimShown),
    others: await countOthers(answerer, request.id),
    endorser: {
      name: answerer.kind === 'person' ? answerer.usedName : request.endorserName,
      organisation: organisation || facts.organisation,
      /** As they wrote it last; only who is signed in is known well enough to be told. */
      roleTitle: before?.roleTitle ?? '',
      isStaff: isStaff(answerer),
      mailbox: request.endorser.email,
    },
  }
}

type AskedClaim = AskedRequest['revision']['claims'][number]

/** A claim with the whole scale and the rubric's sentence for each level. */
export function claimShown({ id, narrative, levelId, competency }: AskedClaim) {
  const { levels } = competency.framework
  return {
    id,
    narrative,
    name: competency.name,
    statement: competency.fullStatement,
    of: levels.length,
    claimed: found(levels.find(level => level.id === levelId)).name,
    levels: levels.map(level => ({
      id: level.id,
      name: level.name,
      position: level.position,
      descriptor: competency.descriptors.find(words => words.levelId === level.id)?.descriptor ?? level.name,
    })),
  }
}

async function receiptOf(request: AskedRequest, answerer: Actor) {
  const { revision, activity, answer, answerNote, declineReason, statusAt } = request
  const said = await findSaid(request.id)
  const facts = parseFacts(revision.facts)
  return {
    student: studentOf(request),
    house: houseOf(activity.student),
    title: facts.title,
    statusAt,
    doNotAsk: request.endorser.doNotAskAt !== null,
    isSignedIn: answerer.kind === 'person',
    standing: standingOf(activity, revision.id),
    answer: found(answer),
    answerNote,
    declineReason,
    mailbox: request.endorser.email,
    claimed: {
      role: facts.role,
      start: facts.activityStartDate,
      end: facts.activityEndDate,
      minutes: facts.minutes,
    },
    said: said && saidOf(said, revision.claims.map(claimShown)),
    may: changesOf(request, said),
    others: await countOthers(answerer, request.id),
  }
}

/** What the university has made of it so far, in as few words as the endorser needs. */
export function standingOf({ status, approvedRevisionId }: AskedRequest['activity'], revisionId: string) {
  if (approvedRevisionId === revisionId) return 'approved' as const
  return status === 'submitted' || status === 'inReview' ? ('open' as const) : ('closed' as const)
}

type Said = NonNullable<Awaited<ReturnType<typeof findSaid>>>
const findSaid = (requestId: string) =>
  db.endorsement.findFirst({
    where: { requestId },
    orderBy: { endorsedAt: 'desc' },
    include: { judgements: true },
  })

function saidOf({ judgements, ...said }: Said, claims: ReturnType<typeof claimShown>[]) {
  return {
    name: said.name,
    roleTitle: said.roleTitle,
    organisation: said.organisation,
    shownAs: said.shownAs,
    assurance: said.assurance,
    relationship: said.relationship,
    basis: said.basis,
    endorsedAt: said.endorsedAt,
    isTakenBack: said.withdrawnAt !== null,
    statement: said.endorsementComment,
    note: said.confidentialNote,
    role: said.confirmedRole,
    start: said.confirmedStart,
    end: said.confirmedEnd,
    minutes: said.confirmedMinutes,
    judgements: claims.map(({ id, name, claimed, levels }) => {
      const judged = judgements.find(({ claimId }) => claimId === id)
      const level = levels.find(level => level.id === judged?.levelId)?.name ?? null
      return {
        id,
        name,
        claimed,
        outcome: judged?.outcome ?? 'notObserved',
        level,
        comment: judged?.comment ?? '',
      }
    }),
  }
}

function studentOf({ activity: { student } }: AskedRequest) {
  return { name: student.usedName, firstName: givenName(student.usedName) }
}

export function houseOf({ institution }: AskedRequest['activity']['student']) {
  const { name, office, contactEmail } = institution
  return { name, office, contact: contactEmail }
}
