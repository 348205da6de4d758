import { now } from '~/lib/clock.server'
import { read } from '~/lib/db.server'
import type { PersonActor } from './policy'

/** What somebody said that waits for the student's own word: a question, a better name, a list, a team. */
export interface WaitingWord {
  kind: 'asked' | 'suggestion' | 'listed' | 'team'
  /** The request's; of a list the line's and of a team the member's, which no activity has yet. */
  id: string
  activityId: string
  title: string
  organisation: string
  who: string
  words: string
  at: Date
}

/** All kinds in one statement, since every home page asks. Oldest first. */
export function listWaitingWords({ institutionId, id }: PersonActor): Promise<WaitingWord[]> {
  return read<WaitingWord>`
    SELECT 'asked' AS "kind", q."id", a."id" AS "activityId", a."title", a."organisation",
      q."endorserName" AS "who", m."text" AS "words", m."sentAt" AS "at"
    FROM "Activity" a
    JOIN "EndorsementRequest" q ON q."activityId" = a."id" AND q."status" = 'started'
    JOIN "Message" m ON m."requestId" = q."id" AND m."author" = 'endorser'
    WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id}
      AND a."status" IN ('submitted', 'inReview') AND q."expiresAt" > ${now()}
      AND NOT EXISTS (SELECT 1 FROM "Message" n WHERE n."requestId" = q."id" AND n."id" > m."id")
    UNION ALL
    SELECT 'suggestion', q."id", a."id", a."title", a."organisation",
      q."endorserName", q."suggestedName", q."statusAt"
    FROM "Activity" a
    JOIN "Revision" r ON r."activityId" = a."id" AND r."number" = a."revision"
    JOIN "EndorsementRequest" q ON q."revisionId" = r."id"
      AND q."suggestedEmail" <> '' AND q."suggestionAnsweredAt" IS NULL
    WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id}
      AND a."status" IN ('submitted', 'inReview')
    UNION ALL
    SELECT 'listed', e."id", '', o."title", o."organisation", COALESCE(s."usedName", n."name", ''), '', o."createdAt"
    FROM "RosterEntry" e
    JOIN "Roster" o ON o."id" = e."rosterId"
    LEFT JOIN "Person" s ON s."id" = o."proposedById"
    LEFT JOIN "Endorser" n ON n."id" = o."endorserId"
    WHERE e."studentId" = ${id} AND e."answer" = 'waiting'
    UNION ALL
    SELECT 'team', m."id", '', t."name", '', s."usedName", '', m."invitedAt"
    FROM "TeamMember" m
    JOIN "Team" t ON t."id" = m."teamId"
    JOIN "Person" s ON s."id" = t."startedById"
    WHERE m."personId" = ${id} AND m."joinedAt" IS NULL AND m."declinedAt" IS NULL
    ORDER BY "at" LIMIT 40`
}
