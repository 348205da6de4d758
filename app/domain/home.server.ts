import { db, limit, Prisma, read } from '~/lib/db.server'
import { activityColumns, activityRows, type ActivityRow } from './activity-rows.server'
import { listAims } from './aim.server'
import { countAppeals } from './appeal-list.server'
import { countConcerns } from './concern.server'
import { countCorrections } from './correction-page.server'
import { countDeadLetters } from './dead-letter.server'
import { isOpenInvitation } from './invitation.server'
import {
  has, mayAward, mayBuildProgrammes, mayDecideOnPeople, mayHearConcerns, mayKeepMail, mayReviewSome, type PersonActor,
} from './policy'
import type { ProgrammeLevel } from './programme'
import { countReviewQueue } from './review-queue.server'
import { reviewerNames } from './reviewer-names.server'
import { tally } from './tally.server'
import { listWaitingWords } from './waiting-words.server'

const AT_MOST = 60

/** What a student's home is made of: their work, what waits for it, what it adds up to. */
export async function studentHome(actor: PersonActor) {
  const [activities, awards, aims, work, words] = await Promise.all([
    openFirst(actor),
    awardRows(actor),
    listAims(actor.institutionId),
    tally(actor.id),
    listWaitingWords(actor),
  ])
  return {
    activities,
    awards,
    aims,
    tally: work,
    words,
    reviewers: await reviewerNames(actor, activities),
  }
}

/** What is open comes before what is done, so that nothing that needs the student is cut off. */
function openFirst({ institutionId, id }: PersonActor): Promise<ActivityRow[]> {
  const page = Prisma.sql`
    SELECT ${activityColumns} FROM "Activity" a
    WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id}
    ORDER BY CASE WHEN a."status" IN ('draft', 'returned', 'submitted', 'inReview') THEN 0 ELSE 1 END,
      a."createdAt" DESC, a."id" DESC
    ${limit(AT_MOST)}`
  return activityRows(page, ['submitted', 'inReview'])
}

interface AwardRow {
  id: string
  status: 'offered' | 'accepted'
  offeredAt: Date
  lapsesAt: Date
  title: string
  seriesId: string
  level: ProgrammeLevel
  artworkDigest: string | null
  credentialId: string | null
  awardedDate: Date | null
}

function awardRows({ institutionId, id }: PersonActor) {
  return read<AwardRow>`
    SELECT w."id", w."status", w."offeredAt", w."lapsesAt", p."title", p."seriesId", p."level", p."artworkDigest",
      c."id" AS "credentialId", c."awardedDate"
    FROM "Award" w
    JOIN "Programme" p ON p."id" = w."programmeId"
    LEFT JOIN "Credential" c ON c."awardId" = w."id" AND c."status" = 'valid'
    WHERE w."institutionId" = ${institutionId} AND w."studentId" = ${id}
      AND w."status" IN ('offered', 'accepted')
    ORDER BY w."offeredAt" DESC ${limit(AT_MOST)}`
}

/** What waits for somebody who works here, as counts; null where their roles have nothing to do with it. */
export async function deskHome(actor: PersonActor) {
  const { institutionId } = actor
  const isAsked = actor.memberships.length === 0 || has(actor, 'supervisor')
  const isReviewer = mayReviewSome(actor)
  const [waiting, appeals, requests, drafts, offers, corrections, concerns, invitations, letters] = await Promise.all([
    isReviewer ? countReviewQueue(actor) : null,
    isReviewer ? countAppeals(actor) : null,
    isAsked ? countRequests(actor) : null,
    mayBuildProgrammes(actor) ? countToPublish(actor) : null,
    has(actor, 'registrar') ? db.award.count({ where: { institutionId, status: 'offered' } }) : null,
    mayAward(actor) ? countCorrections(actor) : null,
    mayHearConcerns(actor) ? countConcerns(actor) : null,
    mayDecideOnPeople(actor)
      ? db.oneTimeLink.count({ where: { institutionId, ...isOpenInvitation() } })
      : null,
    mayKeepMail(actor) ? countDeadLetters() : null,
  ])
  return { waiting, appeals, requests, drafts, offers, corrections, concerns, invitations, letters }
}

/** Two people publish: what a colleague made and handed in. */
function countToPublish({ institutionId, id }: PersonActor) {
  return db.programme.count({ where: { institutionId, status: 'inReview', OR: [{ createdById: null }, { createdById: { not: id } }] } })
}

function countRequests({ institutionId, id }: PersonActor) {
  return db.endorsementRequest.count({
    where: { institutionId, endorser: { personId: id }, status: { in: ['queued', 'sent', 'started'] } },
  })
}
