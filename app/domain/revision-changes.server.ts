import { db } from '~/lib/db.server'
import { parseFacts } from './revision'
import { changesBetween, type Change } from './revision-changes'

export interface Version {
  number: number
  submittedAt: Date
  /** Null for the first of all. */
  since: number | null
  changes: Change[]
}

export type VersionNames = Record<string, string>

/** Every version that was submitted, newest first, with what it says differently than the one before it. */
export async function listVersions(activityId: string): Promise<{ versions: Version[]; names: VersionNames }> {
  const revisions = await db.revision.findMany({
    where: { activityId },
    orderBy: { number: 'desc' },
    take: AT_MOST + 1,
    select: { number: true, submittedAt: true, facts: true },
  })
  const read = revisions.map(({ facts, ...revision }) => ({ ...revision, facts: parseFacts(facts) }))
  const versions = read.slice(0, AT_MOST).map(({ facts, ...version }, at) => {
    const before = read[at + 1]
    return { ...version, since: before?.number ?? null, changes: before ? changesBetween(before.facts, facts) : [] }
  })
  return { versions, names: await namesIn(versions.flatMap(({ changes }) => changes)) }
}

/** So many are compared on one page; nobody has been seen to need a tenth of it. */
const AT_MOST = 30

/** Names of the competencies and levels that changed, by their ids. */
async function namesIn(changes: readonly Change[]): Promise<VersionNames> {
  const claims = changes.flatMap(change => (change.of === 'claim' ? [change] : []))
  if (claims.length === 0) return {}
  const levelIds = claims.flatMap(({ from, to }) => [from, to]).filter(id => id !== null)
  const [competencies, levels] = await Promise.all([
    db.competency.findMany({ where: { id: { in: claims.map(({ competencyId }) => competencyId) } }, select: { id: true, name: true } }),
    db.level.findMany({ where: { id: { in: levelIds } }, select: { id: true, name: true } }),
  ])
  return Object.fromEntries([...competencies, ...levels].map(({ id, name }) => [id, name]))
}
