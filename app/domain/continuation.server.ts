import { now } from '~/lib/clock.server'
import { db, read, transaction } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { ActivityStatus, Shown } from './activity'
import { record } from './audit.server'
import { addDays, type Day } from './day'
import { isOwn, mayLogActivities, type Actor } from './policy'

/** One stretch of something that goes on: an activity of its own, endorsed alone, shown with the others as one. */
export interface Period {
  id: string
  title: string
  status: ActivityStatus
  activityStartDate: Day | null
  activityEndDate: Day | null
  /** The least that stands confirmed of its version, else what is claimed. */
  minutes: number
}

/**
 * Goes on with an activity in a draft of its own: the same facts, days that follow, nothing of what others said.
 * An activity is continued once; whoever asks again is led to what continues it. Answers the id.
 */
export async function continueActivity(actor: Actor, shown: Shown, formKey?: string): Promise<string> {
  const before = found(await readContinued(shown.id))
  allowed(isOwn(actor, before))
  allowed(mayLogActivities(actor))
  const [next] = before.continuedBy
  if (next) return next.id
  if (!mayBeContinued(before)) throw new Refusal('Submit this part first. Then you can go on with the next.')
  const id = idFrom(formKey, actor.id, { continues: before.id })
  const { invitees, continuedBy: _, revisions: __, ...facts } = before
  const making = transaction(async tx => {
    await tx.activity.update({ where: { id: before.id }, data: { statusAt: before.statusAt } }) // held, so that it is continued once
    if (await tx.activity.count({ where: { continuesId: before.id } })) throw new Refusal(CONTINUED)
    await tx.activity.create({
      data: { ...facts, id, ...datesAfter(before), status: 'draft', createdAt: now(), statusAt: now(), continuesId: before.id },
    })
    await tx.invitee.createMany({ data: invitees.map(invitee => ({ ...invitee, id: newId(), activityId: id })) })
    await record(tx, actor, 'activity.continued', id, { continues: before.id })
  })
  return once(id, making, () => db.activity.count({ where: { id } }))
}

/** There is something of it that others were shown. */
export const mayBeContinued = ({ revisions }: { revisions: readonly unknown[] }) => revisions.length > 0

/** All periods of what an activity is part of, the first of them first; none where it stands alone. */
export async function listPeriods(activityId: string): Promise<Period[]> {
  const periods = await read<Period>`
    WITH RECURSIVE earlier("id", "continuesId", "steps") AS (
      SELECT a."id", a."continuesId", 0 FROM "Activity" a WHERE a."id" = ${activityId}
      UNION ALL SELECT a."id", a."continuesId", earlier."steps" + 1
        FROM earlier JOIN "Activity" a ON a."id" = earlier."continuesId" WHERE earlier."steps" < 50
    ), chain("id", "place") AS (
      SELECT "id", 0 FROM earlier WHERE "continuesId" IS NULL
      UNION ALL SELECT a."id", chain."place" + 1
        FROM chain JOIN "Activity" a ON a."continuesId" = chain."id" WHERE chain."place" < 50
    )
    SELECT a."id", a."title", a."status", a."activityStartDate", a."activityEndDate",
      COALESCE((SELECT MIN(e."confirmedMinutes") FROM "Endorsement" e
        JOIN "Revision" r ON r."id" = e."revisionId" AND r."number" = a."revision"
        WHERE e."activityId" = a."id" AND e."withdrawnAt" IS NULL), a."minutes") AS "minutes"
    FROM chain JOIN "Activity" a ON a."id" = chain."id" ORDER BY chain."place"`
  return periods.length > 1 ? periods : []
}

const CONTINUED = 'You are going on with this already. It is among your activities.'

function readContinued(id: string) {
  return db.activity.findUnique({
    where: { id },
    select: {
      id: true, institutionId: true, studentId: true, unitId: true, opportunityId: true, statusAt: true,
      category: true, title: true, organisation: true, role: true, participation: true,
      isPaid: true, isCreditBearing: true, isMandatory: true,
      sensitivity: true, publicTitle: true, publicOrganisation: true,
      activityStartDate: true, activityEndDate: true,
      continuedBy: { select: { id: true } },
      revisions: { select: { id: true }, take: 1 },
      invitees: { select: { name: true, email: true, organisation: true, message: true } },
    },
  })
}

/** From the day after it ended. Of what is still going on nobody knows where the next part begins. */
function datesAfter({ activityEndDate: end }: { activityEndDate: Day | null }) {
  return { activityStartDate: end === null ? null : addDays(end, 1), activityEndDate: null }
}
