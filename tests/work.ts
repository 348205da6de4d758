import type { ActivityStatus, Category } from '~/domain/activity'
import type { Assurance } from '~/domain/endorsement'
import { signEndorsement } from '~/domain/endorsement-document.server'
import type { PersonActor } from '~/domain/policy'
import type { RevisionFacts } from '~/domain/revision'
import { frozen } from '~/domain/revision.server'
import { db } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { cast, outsiders } from './cast'
import type { Lifecomp } from './facts'

export interface Said {
  by: 'ben' | 'eleni' | 'ines'
  minutes: number
  /** By code of the competency: a level's position, or one of the other two answers. */
  saw?: Record<string, number | 'notYet' | 'notObserved'>
  at?: Date
  withdrawn?: boolean
  isNamed?: boolean
}

export interface Work {
  student: PersonActor
  framework: Lifecomp
  title?: string
  category?: Category
  from?: string
  to?: string | null
  facts?: Partial<RevisionFacts>
  status?: ActivityStatus
  said: Said[]
  /** What the approving reviewer named instead. */
  reviewedMinutes?: number
}

const endorsers = {
  ben: {
    name: cast.ben.usedName,
    email: cast.ben.email,
    roleTitle: 'Representation officer',
    organisation: 'Students’ Union',
    assurance: 'staff',
  },
  eleni: { ...outsiders.eleni, assurance: 'organisation' },
  ines: { ...outsiders.ines, assurance: 'email' },
} as const satisfies Record<
  string,
  { assurance: Assurance; name: string; email: string; roleTitle: string; organisation: string }
>

/** An activity in the state where it counts, or in another, as rows: how it gets there is tested elsewhere. */
export async function doneWork(work: Work) {
  const { student, status = 'approved' } = work
  const id = newId()
  const facts = factsOf(id, work)
  const at = new Date()
  const { reflection, timeEntries: _t, claims, evidence: _e, activityId: _a, number: _n, ...columns } = facts
  await db.activity.create({
    data: {
      id,
      institutionId: student.institutionId,
      studentId: student.id,
      unitId: `${student.institutionId}-unit`,
      status,
      createdAt: at,
      statusAt: at,
      ...columns,
      ...reflection,
      claims: { create: claims.map((claim, position) => ({ id: newId(), position, ...claim })) },
    },
  })
  const revision = await freeze(work, facts)
  for (const said of work.said) await endorse(work, revision, said)
  if (status === 'approved') {
    await db.activity.update({ where: { id }, data: { approvedRevisionId: revision.id } })
    await approve(work, revision)
  }
  return { activityId: id, revisionId: revision.id }
}

function factsOf(
  activityId: string,
  {
    title = 'Helping out',
    category = 'volunteering',
    from = '2026-01-10',
    to = '2026-03-20',
    framework,
    said,
    facts,
  }: Work,
): RevisionFacts {
  const codes = new Set(said.flatMap(({ saw }) => Object.keys(saw ?? {})))
  return {
    activityId,
    number: 1,
    category,
    title,
    organisation: 'Shoreline Food Bank',
    role: 'Volunteer',
    activityStartDate: from,
    activityEndDate: to,
    isOngoing: to === null,
    participation: 'onSite',
    isPaid: false,
    isCreditBearing: false,
    isMandatory: false,
    sensitivity: 'normal',
    publicTitle: '',
    publicOrganisation: '',
    narrative: '',
    reflection: { situation: '', task: '', action: '', result: '', learning: '' },
    minutes: Math.max(0, ...said.map(({ minutes }) => minutes)),
    timeEntries: [],
    evidence: [],
    claims: [...codes].map(code => ({
      competencyId: framework.competency(code),
      levelId: framework.level(2),
      narrative: '',
    })),
    ...facts,
  }
}

type Frozen = Awaited<ReturnType<typeof freeze>>

function freeze({ student }: Work, facts: RevisionFacts) {
  return db.revision.create({
    data: {
      id: newId(),
      institutionId: student.institutionId,
      submittedAt: new Date(),
      ...frozen(facts),
      claims: { create: facts.claims.map((claim, position) => ({ id: newId(), position, ...claim })) },
    },
    include: { claims: true },
  })
}

export async function endorse({ student, framework }: Work, revision: Frozen, said: Said) {
  const { institutionId } = student
  const { assurance, name, email, roleTitle, organisation } = endorsers[said.by]
  const personId =
    said.by === 'ben' ? (await db.person.findUnique({ where: { id: 'ben' } }))?.id ?? null : null
  const endorser = await db.endorser.upsert({
    where: { institutionId_normalised: { institutionId, normalised: email } },
    create: { id: newId(), institutionId, personId, name, email, normalised: email, createdAt: new Date() },
    update: {},
  })
  const about = {
    institutionId,
    activityId: revision.activityId,
    revisionId: revision.id,
    endorserId: endorser.id,
  }
  const at = said.at ?? new Date()
  const request = await db.endorsementRequest.create({
    data: {
      id: newId(),
      ...about,
      endorserName: name,
      namedBy: 'student',
      status: 'answered',
      answer: 'endorsed',
      statusAt: at,
      createdAt: at,
      expiresAt: at,
    },
  })
  const endorsement = {
    ...about,
    id: newId(),
    publicId: newPublicId(),
    requestId: request.id,
    revisionHash: revision.hash,
    name,
    roleTitle,
    organisation,
    shownAs: said.isNamed === false ? ('roleAndOrganisation' as const) : ('nameAndRole' as const),
    relationship: 'supervisor' as const,
    basis: 'sawIt' as const,
    assurance,
    namedBy: 'student' as const,
    confirmedRole: 'Volunteer',
    confirmedMinutes: said.minutes,
    confirmedStart: '2026-01-10',
    confirmedEnd: '2026-03-20',
    endorsementComment: 'I was there every week.',
    confidentialNote: 'Between us: a quiet one.',
    endorsedAt: at,
  }
  const judgements = await judgementsOf(framework, revision, said)
  const { document } = await signEndorsement(endorsement, judgements)
  await db.endorsement.create({
    data: {
      ...endorsement,
      document,
      withdrawnAt: said.withdrawn ? new Date() : null,
      judgements: {
        create: judgements.map(({ level, ...judgement }) => ({
          id: newId(),
          levelId: level?.id ?? null,
          ...judgement,
        })),
      },
    },
  })
  return endorsement.id
}

async function judgementsOf(framework: Lifecomp, revision: Frozen, { saw = {} }: Said) {
  const levels = await db.level.findMany({ where: { frameworkId: framework.id } })
  return Object.entries(saw).map(([code, answer]) => {
    const competencyId = framework.competency(code)
    const claimId = revision.claims.find(claim => claim.competencyId === competencyId)?.id ?? ''
    const level = levels.find(({ position }) => position === answer) ?? null
    return {
      claimId,
      competencyId,
      level,
      outcome: typeof answer === 'number' ? ('atLevel' as const) : answer,
      comment: '',
    }
  })
}

async function approve(
  { student: { institutionId }, reviewedMinutes = undefined }: Work,
  { activityId, id: revisionId }: Frozen,
) {
  const reviewer = { officialName: cast.mina.officialName, usedName: cast.mina.usedName }
  await db.person.upsert({
    where: { id: 'mina' },
    create: { id: 'mina', institutionId, ...reviewer, createdAt: new Date() },
    update: {},
  })
  await db.review.create({
    data: {
      id: newId(),
      institutionId,
      activityId,
      revisionId,
      reviewerId: 'mina',
      decision: 'approved',
      decidedAt: new Date(),
      minutes: reviewedMinutes ?? null,
    },
  })
}
