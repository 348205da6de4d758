import { found } from '~/lib/refusal'
import { claimShown, houseOf, type ClaimShown } from './endorser-page.server'
import { givenName } from './people'
import { isStaff, type Actor } from './policy'
import { findAlike, TOGETHER } from './request-inbox.server'
import { findRequests, requestPath, type AskedRequest } from './request.server'
import { parseFacts } from './revision'

/** The students of one activity on one page: what they share once, and of each what is theirs. */
export async function findManyPage(actor: Actor, request: AskedRequest) {
  const ids = await findAlike(actor, request)
  const rows = (await findRequests(ids.slice(0, TOGETHER))).map(rowOf)
  const [first] = rows
  const { activity, organisation, endorserName, endorser } = request
  return {
    title: activity.title,
    organisation: activity.organisation,
    house: houseOf(activity.student),
    // Where all wrote the same it is shown once; where they differ each keeps their own.
    role: shared(rows.map(({ role }) => role)),
    start: shared(rows.map(({ start }) => start)),
    end: shared(rows.map(({ end }) => end)),
    competencies: competenciesOf(rows),
    rows,
    isMore: ids.length > TOGETHER,
    endorser: {
      name: actor.kind === 'person' ? actor.usedName : endorserName,
      organisation: organisation || activity.organisation,
      isStaff: isStaff(actor),
      mailbox: endorser.email,
    },
    only: rows.length === 1 ? found(first).path : null,
  }
}

export type ManyPage = Awaited<ReturnType<typeof findManyPage>>
export type ManyRow = ManyPage['rows'][number]

function rowOf({ id, revision, activity }: AskedRequest) {
  const facts = parseFacts(revision.facts)
  const name = activity.student.usedName
  return {
    requestId: id,
    revisionHash: revision.hash,
    student: { name, firstName: givenName(name) },
    path: requestPath(id),
    role: facts.role,
    start: facts.activityStartDate,
    end: facts.activityEndDate,
    minutes: facts.minutes,
    narrative: facts.narrative,
    evidence: facts.evidence.length,
    claims: revision.claims.map(claim => ({ ...claimShown(claim), competencyId: claim.competencyId })),
  }
}

function shared<T>(values: readonly T[]): T | null {
  return new Set(values).size === 1 ? values[0] ?? null : null
}

/** Each competency that anybody claims, once, with how many claim it and the rubric's words. */
function competenciesOf(rows: readonly { claims: (ClaimShown & { competencyId: string })[] }[]) {
  const known = new Map<string, Pick<ClaimShown, 'name' | 'statement' | 'levels' | 'of'> & { id: string; claims: number }>()
  for (const { competencyId: id, name, statement, levels, of } of rows.flatMap(({ claims }) => claims)) {
    known.set(id, { id, name, statement, levels, of, claims: (known.get(id)?.claims ?? 0) + 1 })
  }
  return [...known.values()]
}
