import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { shownName } from './endorsement'
import { findGrounds, type Ground, type Grounds } from './grounds.server'
import type { Offer } from './offer'
import { isHolder, type Actor } from './policy'
import { rubricOf } from './rubric.server'
import { makeSheet } from './sheet.server'

interface OpenOffer {
  id: string
  title: string
  offeredAt: Date
  lapsesAt: Date
}

/** What waits for one's own answer, the most pressing first. */
export async function listOffers(actor: Actor): Promise<OpenOffer[]> {
  if (actor.kind !== 'person') return []
  const awards = await db.award.findMany({
    where: {
      institutionId: actor.institutionId,
      studentId: actor.id,
      status: 'offered',
      lapsesAt: { gt: now() },
    },
    orderBy: { lapsesAt: 'asc' },
    take: 100,
    select: { id: true, offeredAt: true, lapsesAt: true, programme: { select: { title: true } } },
  })
  return awards.map(({ programme, ...award }) => ({ ...award, title: programme.title }))
}

/** One's own award with everything there is to choose about it; null for everybody else's (rule 11). */
export async function findOffer(actor: Actor, awardId: string): Promise<Offer | null> {
  if (!(await isOwnOffer(actor, awardId))) return null
  const grounds = await findGrounds(awardId)
  const { award, activities, progress } = grounds
  const issued = await db.credential.findFirst({ where: { awardId, status: 'valid' }, select: { id: true } })
  return {
    id: award.id,
    status: award.status === 'offered' && award.lapsesAt <= now() ? 'lapsed' : award.status,
    offeredAt: award.offeredAt,
    lapsesAt: award.lapsesAt,
    answeredAt: award.answeredAt,
    credentialId: issued?.id ?? null,
    isMet: progress.met,
    names: { official: award.student.officialName, used: award.student.usedName },
    sheet: await plainSheet(grounds),
    endorsers: activities.flatMap(endorsersOf),
    evidence: activities.flatMap(evidenceOf),
  }
}

/** Asked before anything of a form is looked at. */
export async function isOwnOffer(actor: Actor, awardId: string): Promise<boolean> {
  const row = await db.award.findUnique({
    where: { id: awardId },
    select: { studentId: true, institutionId: true },
  })
  return row !== null && isHolder(actor, row)
}

async function plainSheet(grounds: Grounds) {
  const choices = { nameForm: 'official', named: [], evidence: [] } as const
  return makeSheet(grounds, choices, await rubricOf(grounds.award.programme))
}

/** Of what is told discreetly, no evidence is told at all. */
function evidenceOf({ isDiscreet, facts, face }: Ground): Offer['evidence'] {
  return isDiscreet ? [] : facts.evidence.map(({ id, name }) => ({ id, name, activity: face.title }))
}

/** Those who can be named at all: they agreed to it, and the activity is not one that is told discreetly. */
function endorsersOf({ isDiscreet, face, endorsements }: Ground): Offer['endorsers'] {
  if (isDiscreet) return []
  return endorsements.flatMap(endorsement => {
    const name = shownName(endorsement)
    if (name === null) return []
    const { id, roleTitle, organisation, endorsementComment: statement } = endorsement
    return [
      {
        id,
        name,
        standing: [roleTitle, organisation].filter(Boolean).join(', '),
        activity: face.title,
        statement,
      },
    ]
  })
}
