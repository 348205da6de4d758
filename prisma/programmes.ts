import type { Actor } from '~/domain/policy'
import type { ProgrammeForm } from '~/domain/programme-form.server'
import { draftProgramme, proposeProgramme, publishProgramme } from '~/domain/programme.server'
import { db } from '~/lib/db.server'

export interface SeededProgrammes {
  contributionId: string
  leadershipId: string
}

/** Two micro-credentials, the second stacking on the first, made by one designer and published by another. */
export async function seedProgrammes(
  maker: Actor, publisher: Actor, frameworkId: string,
): Promise<SeededProgrammes> {
  const rubric = await rubricOf(frameworkId)
  const contributionId = await publish(maker, publisher, communityContribution(rubric))
  const { seriesId } = await db.programme.findUniqueOrThrow({ where: { id: contributionId } })
  const leadershipId = await publish(maker, publisher, communityLeadership(rubric, seriesId))
  return { contributionId, leadershipId }
}

async function publish(maker: Actor, publisher: Actor, form: ProgrammeForm) {
  const id = await draftProgramme(maker, form)
  await proposeProgramme(maker, id)
  await publishProgramme(publisher, id)
  return id
}

interface Rubric {
  frameworkId: string
  competency(code: string): string
  level(position: number): string
}

async function rubricOf(frameworkId: string): Promise<Rubric> {
  const competencies = await db.competency.findMany({ where: { frameworkId } })
  const levels = await db.level.findMany({ where: { frameworkId } })
  const found = <T extends { id: string }>(among: T[], is: (one: T) => boolean) => among.find(is)?.id ?? ''
  return {
    frameworkId,
    competency: code => found(competencies, each => each.humanCodingScheme === code),
    level: position => found(levels, each => each.position === position),
  }
}

const DEVELOPING = 2
const PROFICIENT = 3
const HOURS = 60

const quality = {
  achievementType: 'MicroCredential',
  assessmentType:
    'Judgement by people who saw the work, against a published rubric of four levels; review by the university',
  assessor: 'Office of Student Life, Northbridge University',
  participation: 'On site, online or blended; outside the curriculum',
  qualityAssurance:
    'Internal, under the quality handbook of the university: two people publish each programme, and whoever ' +
    'endorses an activity never reviews it.',
  supervision:
    'Endorsers sign in with the university or confirm their address by code; students hold a university account.',
  creditBasis: 'Notional: 25 hours of work to one ECTS credit. Not counted towards a degree.',
  fee: 'None',
  contact: 'credentials@northbridge.example',
  validityMonths: null,
  reviewDate: null,
} as const

function shown(rubric: Rubric, code: string, how: { level: number; times: number; endorsers: number }) {
  return { kind: 'competency', competencyId: rubric.competency(code), by: 'best', ...how } as const
}

function communityContribution(rubric: Rubric): ProgrammeForm {
  const { frameworkId } = rubric
  return {
    ...quality,
    title: 'Community Contribution',
    level: 'foundation',
    description:
      'The holder did useful work with others outside the classroom for at least 25 hours, and people who saw it ' +
      'say that they worked together reliably.',
    criteria:
      'At least 25 hours of approved work outside the curriculum, confirmed by somebody known to the university. ' +
      'Collaboration at *Developing* or above, and one more competency of LifeComp at that level.',
    requirement: {
      kind: 'all',
      of: [
        { kind: 'minutes', minimum: 25 * HOURS, counting: { excludeCreditBearing: true } },
        shown(rubric, 'S3', { level: DEVELOPING, times: 1, endorsers: 1 }),
        { kind: 'breadth', frameworkId, minimum: 2, level: DEVELOPING },
        { kind: 'endorsers', minimum: 1, assurance: 'organisation' },
      ],
    },
    outcomes: [{ competencyId: rubric.competency('S3'), levelId: rubric.level(DEVELOPING) }],
    workloadMinutes: 25 * HOURS,
    credits: 1,
    eqfLevel: 5,
    eqfBasis: 'Declared by the institution; compared with the descriptors of the EQF',
    prerequisites: 'None',
    leadsTo: 'Community Leadership',
  }
}

function communityLeadership(rubric: Rubric, contributionSeriesId: string): ProgrammeForm {
  return {
    ...quality,
    title: 'Community Leadership',
    level: 'intermediate',
    description:
      'The holder took responsibility in a group over at least two months, brought people together, and spoke ' +
      'for them, as several people who were there confirm.',
    criteria:
      'The micro-credential Community Contribution. At least 60 hours of approved work over 60 days, seen by two ' +
      'people, one of them known to the university. Collaboration at *Proficient* in two activities, Communication ' +
      'at *Proficient*, and a reflection or prior learning that the university accepted instead.',
    requirement: {
      kind: 'all',
      of: [
        { kind: 'credential', seriesId: contributionSeriesId },
        { kind: 'minutes', minimum: 60 * HOURS, counting: { excludeCreditBearing: true } },
        { kind: 'period', days: 60 },
        { kind: 'endorsers', minimum: 2, assurance: 'organisation' },
        shown(rubric, 'S3', { level: PROFICIENT, times: 2, endorsers: 2 }),
        shown(rubric, 'S2', { level: PROFICIENT, times: 1, endorsers: 1 }),
        {
          kind: 'any',
          of: [
            { kind: 'reflection', minimum: 1 },
            {
              kind: 'waiver', key: 'community-leadership-reflection',
              label: 'Prior learning instead of a reflection',
            },
          ],
        },
      ],
    },
    outcomes: [
      { competencyId: rubric.competency('S3'), levelId: rubric.level(PROFICIENT) },
      { competencyId: rubric.competency('S2'), levelId: rubric.level(PROFICIENT) },
    ],
    workloadMinutes: 75 * HOURS,
    credits: 3,
    eqfLevel: 6,
    eqfBasis: 'Declared by the institution; compared with the descriptors of the EQF',
    prerequisites: 'Community Contribution',
    leadsTo: 'Nothing further yet',
  }
}
