import { db, type Prisma } from '~/lib/db.server'
import type { Cell } from '~/lib/xlsx.server'
import type { Words } from '~/messages/messages'
import { publicFace } from './activity'
import { leastConfirmed } from './confirmed'
import { assurances } from './endorsement'
import type { ExportScope } from './exports'
import { parseFacts } from './revision'
import { findSought, mark } from './search.server'

const AT_ONCE = 200

/** Approved work, what was begun last first, as its approved version tells it. */
export async function* exportedActivities(scope: ExportScope, words: Words): AsyncGenerator<Cell[][]> {
  const marks = scope.unitIds ? [scope.unitIds.map(id => mark('u', id))] : []
  const within = scope.unitIds ? null : mark('i', scope.institutionId)
  let after: number | null = null
  for (;;) {
    const { hits, further } = await findSought('Activity', { within, marks, search: scope.search, after }, AT_ONCE)
    const rows = await rowsOf(scope, hits.map(({ id }) => id), words)
    if (rows.length > 0) yield rows
    const next: number | null = hits.length === AT_ONCE ? (hits.at(-1)?.seq ?? null) : further
    if (next === null) return
    after = next
  }
}

async function rowsOf(scope: ExportScope, ids: readonly string[], words: Words): Promise<Cell[][]> {
  if (ids.length === 0) return []
  const activities = await db.activity.findMany({ where: told(scope, ids), select: columns })
  const judged = await judgedIn(activities)
  const byId = new Map(activities.map(activity => [activity.id, activity]))
  return ids.flatMap(id => {
    const activity = byId.get(id)
    return activity?.approvedRevision ? rowOf(activity, activity.approvedRevision, { ...words, judged }) : []
  })
}

/** What is confidential leaves by no door. */
function told({ institutionId, actorId, onlyShared }: ExportScope, ids: readonly string[]): Prisma.ActivityWhereInput {
  const shared = { transcribed: { some: { transcript: { sharedAt: { not: null }, status: 'valid' as const } } }, validOf: { not: null } }
  return {
    id: { in: [...ids] }, institutionId, studentId: { not: actorId }, student: { erasedAt: null },
    approvedRevision: onlyShared ? { credentials: { some: shared } } : { isNot: null },
  }
}

const columns = {
  id: true,
  student: { select: { officialName: true, enrolments: { orderBy: { fromDay: 'desc' }, take: 1, select: { studentNumber: true, studyProgramme: true } } } },
  approvedRevision: {
    select: {
      facts: true,
      reviews: { where: { decision: 'approved', undoneAt: null }, orderBy: { decidedAt: 'desc' }, take: 1, select: { minutes: true, decidedAt: true } },
      endorsements: {
        where: { withdrawnAt: null }, orderBy: { endorsedAt: 'asc' },
        select: {
          confirmedRole: true, confirmedMinutes: true, confirmedStart: true, confirmedEnd: true, assurance: true, endorsedAt: true,
          judgements: { where: { outcome: 'atLevel' }, select: { competencyId: true, levelId: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ActivitySelect

type Read = Prisma.ActivityGetPayload<{ select: typeof columns }>
type Approved = NonNullable<Read['approvedRevision']>

interface Judged {
  competencies: Map<string, { name: string }>
  levels: Map<string, { name: string; position: number }>
}

/** Published frameworks never change, so a name is asked for once a batch. */
async function judgedIn(activities: readonly Read[]): Promise<Judged> {
  const judgements = activities.flatMap(({ approvedRevision: of }) => of?.endorsements.flatMap(each => each.judgements) ?? [])
  const [competencies, levels] = await Promise.all([
    db.competency.findMany({ where: { id: { in: unique(judgements.map(each => each.competencyId)) } }, select: { id: true, name: true } }),
    db.level.findMany({ where: { id: { in: unique(judgements.flatMap(each => each.levelId ?? [])) } }, select: { id: true, name: true, position: true } }),
  ])
  return { competencies: new Map(competencies.map(each => [each.id, each])), levels: new Map(levels.map(each => [each.id, each])) }
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

function rowOf({ student }: Read, revision: Approved, { messages, format, judged }: Words & { judged: Judged }): Cell[][] {
  const facts = parseFacts(revision.facts)
  if (facts.sensitivity === 'confidential') return []
  const { endorsements, reviews: [review] } = revision
  const [enrolment] = student.enrolments
  const face = publicFace(facts)
  const confirmed = leastConfirmed(endorsements, facts)
  const approvedAt = review?.decidedAt ?? endorsements.at(-1)?.endorsedAt
  return [[
    student.officialName, enrolment?.studentNumber ?? '', enrolment?.studyProgramme ?? '', face.title, face.organisation,
    facts.sensitivity === 'normal' ? confirmed.role : '', messages.issuing.category[facts.category],
    confirmed.activityStartDate, confirmed.activityEndDate, inHours(review?.minutes ?? confirmed.minutes),
    levelsOf(endorsements, judged), endorsements.length, assuranceOf(endorsements, messages), approvedAt ? format.dayOf(approvedAt) : null,
  ]]
}

export const inHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100

/** Each way they are known once, the surest first. */
export function assuranceOf(endorsers: readonly { assurance: (typeof assurances)[number] }[], { endorsement }: Words['messages']): string {
  const known = assurances.toReversed().filter(each => endorsers.some(({ assurance }) => assurance === each))
  return known.map(each => endorsement.assurance[each]).join('; ')
}

/** The highest level that somebody confirmed of each. */
function levelsOf(endorsements: Approved['endorsements'], { competencies, levels }: Judged): string {
  const best = new Map<string, { name: string; position: number }>()
  for (const { competencyId, levelId } of endorsements.flatMap(({ judgements }) => judgements)) {
    const [name, level] = [competencies.get(competencyId)?.name ?? '', levels.get(levelId ?? '')]
    if (level && level.position > (best.get(name)?.position ?? 0)) best.set(name, level)
  }
  return [...best].map(([name, level]) => `${name}: ${level.name}`).join('; ')
}
