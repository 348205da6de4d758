import { Readable } from 'node:stream'
import type { Category } from '~/domain/activity'
import { claimCompetencies, logActivity, nameEndorsers, timeActivity } from '~/domain/activity.server'
import { returnRequest } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { dayOf } from '~/domain/day'
import { endorseActivity } from '~/domain/endorsement.server'
import type { Basis, Relationship } from '~/domain/endorsement'
import { addText } from '~/domain/evidence.server'
import { addFile } from '~/domain/evidence-file.server'
import { actorFor } from '~/domain/people.server'
import type { Actor, PersonActor } from '~/domain/policy'
import { findRequest } from '~/domain/request.server'
import { approveActivity } from '~/domain/review.server'
import { submitActivity } from '~/domain/submission.server'
import { later, now, setClock, DAY, HOUR } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { cast, northbridge, type CastKey } from '../tests/cast'
import { opportunities, type OpportunityKey } from './opportunities'
import type { House } from './people'
import type { Chapter } from './chapters'

/** What the chapters are told in: ids by the names the story uses. */
export interface Setting {
  house: House
  opportunityIds: Map<OpportunityKey, string>
  competencyIds: Map<string, string>
  /** By position, 1 the lowest. */
  levelIds: string[]
}

/** Tells one chapter through the same verbs that pages use, at the days it happened. */
export async function tell(setting: Setting, chapter: Chapter): Promise<string> {
  const at = (daysAgo: number, hour = 10) => setClock(later(startOfStory(), -daysAgo * DAY + hour * HOUR))
  const student = await actorOf(setting, chapter.student)
  at(chapter.loggedDaysAgo)
  const activityId = await log(setting, student, chapter)
  if (chapter.until === 'draft') return activityId
  await submitActivity(student, { id: activityId, revision: 1 }, true)
  await deliverRequests(activityId)
  if (chapter.until === 'submitted') return activityId

  at(chapter.loggedDaysAgo - 3, 15)
  const [request] = await db.endorsementRequest.findMany({ where: { activityId } })
  const endorser = await endorserFor(setting, chapter, found(request).id)
  if (chapter.until === 'returned') {
    await returnRequest(endorser, found(request).id, { question: chapter.question ?? '' })
    return activityId
  }
  await endorse(setting, endorser, found(request).id, chapter)
  if (chapter.until === 'inReview') return activityId

  at(chapter.loggedDaysAgo - 5, 9)
  const reviewer = await actorOf(setting, chapter.reviewer ?? 'mina')
  await approveActivity(reviewer, { id: activityId, revision: 1 }, { reason: '' })
  return activityId
}

/** Midnight of the day the story is told, whatever day of it the clock shows, so that every run of a day tells the same. */
const startOfStory = () => new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)

async function log({ opportunityIds, competencyIds, levelIds }: Setting, student: PersonActor, chapter: Chapter) {
  const opportunity = opportunities[chapter.opportunity]
  const id = await logActivity(student, {
    opportunityId: opportunityIds.get(chapter.opportunity), category: opportunity.category as Category,
    title: chapter.title ?? opportunity.title, organisation: opportunity.organisation, role: opportunity.title,
    participation: 'onSite', isPaid: false, isCreditBearing: false, isMandatory: false,
    sensitivity: 'normal', publicTitle: '', publicOrganisation: '',
  })
  const shown = { id, revision: 1 }
  await timeActivity(student, shown, times(chapter))
  await claimCompetencies(student, shown, {
    claims: chapter.claims.map(({ code, level, why }) => ({
      competencyId: found(competencyIds.get(code)), levelId: found(levelIds[level - 1]), narrative: why,
    })),
    account: { narrative: chapter.narrative, situation: '', task: '', action: '', result: '', learning: chapter.learning ?? '' },
  })
  for (const piece of chapter.evidence) await addPiece(student, shown, piece)
  if (chapter.until === 'draft') return id
  const { validatorName: name, validatorEmail: email, organisation } = opportunity
  await nameEndorsers(student, shown, { invitees: [{ name, email, organisation, message: chapter.message ?? '' }] })
  return id
}

/** Every seventh day from the first, so many minutes each. */
function times({ loggedDaysAgo, weeks, minutesAWeek }: Chapter) {
  const day = (weeksAgo: number) => dayOf(later(startOfStory(), -(loggedDaysAgo + 2 + 7 * weeksAgo) * DAY), northbridge.timeZone)
  return {
    activityStartDate: day(weeks - 1), activityEndDate: day(0), isOngoing: false,
    timeEntries: Array.from({ length: weeks }, (_, week) => ({ day: day(weeks - 1 - week), minutes: minutesAWeek, note: '' })),
  }
}

async function addPiece(student: Actor, shown: { id: string; revision: number }, piece: Chapter['evidence'][number]) {
  const described = { name: piece.name, description: '', showsPeople: false }
  if (!piece.fileName) return addText(student, shown, { ...described, text: piece.text })
  const arrived = await receive(Readable.from([Buffer.from(piece.text)]), 1_000_000, new Refusal('too large'))
  return addFile(student, shown, described, { ...arrived, name: piece.fileName })
}

/** In the story every letter arrives at once. */
async function deliverRequests(activityId: string) {
  await db.endorsementRequest.updateMany({ where: { activityId, status: 'queued' }, data: { status: 'sent', statusAt: now() } })
  await forgetLetters()
}

/** The past has been told; nobody gets mail about it now. */
export async function forgetLetters() {
  await db.job.deleteMany({ where: { kind: 'mail', doneAt: null } })
}

async function endorserFor(setting: Setting, chapter: Chapter, requestId: string): Promise<Actor> {
  const email = opportunities[chapter.opportunity].validatorEmail
  return email === cast.ben.email ? actorOf(setting, 'ben') : endorserOf(found(await findRequest(requestId)))
}

async function endorse({ levelIds }: Setting, endorser: Actor, requestId: string, chapter: Chapter) {
  const request = found(await findRequest(requestId))
  const opportunity = opportunities[chapter.opportunity]
  await endorseActivity(endorser, requestId, {
    revisionHash: request.revision.hash,
    name: opportunity.validatorName, roleTitle: chapter.endorserRole ?? '', organisation: chapter.endorserOrganisation ?? opportunity.organisation,
    shownAs: 'nameAndRole', relationship: 'supervisor' satisfies Relationship, basis: 'supervisedIt' satisfies Basis, isNoRelative: true,
    confirmedRole: request.activity.role, confirmedMinutes: chapter.confirmedMinutes ?? request.revision.minutes,
    confirmedStart: request.activity.activityStartDate ?? '', confirmedEnd: request.activity.activityEndDate,
    judgements: request.revision.claims.map((claim, index) => {
      const seen = chapter.claims[index]?.seen
      return { claimId: claim.id, answer: typeof seen === 'number' ? found(levelIds[seen - 1]) : (seen ?? 'notObserved'), comment: '' }
    }),
    endorsementComment: chapter.statement ?? '', confidentialNote: '',
  })
}

async function actorOf({ house }: Setting, key: CastKey): Promise<PersonActor> {
  return found(await actorFor(house.personIds[key]))
}
