import type { Category } from '~/domain/activity'
import type { CompetencyRequirement, Counting, Leaf, Requirement } from '~/domain/requirement'
import type { RequirementNames } from '~/domain/requirement-names'
import { capital, plural, spell } from './numbers'

interface Words {
  day(day: string): string
  hours(minutes: number): string
}

/** One sentence that reads aloud; of a group it is the line above its parts. */
export function requirementSentence(requirement: Requirement, names: RequirementNames, words: Words): string {
  return capital(requirementClause(requirement, names, words))
}

/** The same where a sentence has begun already. */
function requirementClause(requirement: Requirement, names: RequirementNames, words: Words): string {
  switch (requirement.kind) {
    case 'all':
      return 'all of these:'
    case 'any':
      return 'any one of these:'
    case 'atLeast':
      return `at least ${spell(requirement.count)} of these:`
    default:
      return `${phrase(requirement, names, words) + counting(requirement, words)}.`
  }
}

export const requirement = {
  sentence: requirementSentence,
  clause: requirementClause,
}

function phrase(leaf: Leaf, names: RequirementNames, { hours }: Words): string {
  switch (leaf.kind) {
    case 'minutes':
      return `at least ${spokenHours(leaf.minimum, hours)} of ${workOf(leaf.counting?.categories)}`
    case 'activities':
      return `at least ${counted(leaf.minimum, 'activity', 'activities')}${inWork(leaf.counting)}`
    case 'competency':
      return shown(leaf, names) + inWork(leaf.counting)
    case 'breadth':
      return `at least ${counted(leaf.minimum, 'competency', 'competencies')} of ${breadthOf(
        leaf,
        names,
      )}${inWork(leaf.counting)}`
    case 'endorsers':
      return `${witnesses(leaf.minimum, leaf.assurance)}${inWork(leaf.counting)}`
    case 'categories':
      return `work of at least ${counted(leaf.minimum, 'kind', 'different kinds')}`
    case 'period':
      return `${workOf(leaf.counting?.categories)} that spans at least ${plural(leaf.days, {
        one: '# day',
        other: '# days',
      })}`
    case 'reflection':
      return `at least ${counted(leaf.minimum, 'activity', 'activities')} with a written reflection${inWork(
        leaf.counting,
      )}`
    case 'credential':
      return `the credential ${names.programmes[leaf.seriesId] ?? 'of another programme'}`
    case 'waiver':
      return `set aside by the university: ${leaf.label}`
  }
}

function shown(
  { competencyId, level, times, endorsers, by }: CompetencyRequirement,
  { competencies }: RequirementNames,
) {
  const competency = competencies[competencyId]
  const parts = [
    `${competency?.name ?? 'one competency'} at ${orHigher(competency?.levels, level)}`,
    times > 1 && `in at least ${spell(times)} activities`,
    endorsers > 1 && `seen by at least ${spell(endorsers)} people`,
    by !== 'best' && standing[by],
  ]
  return parts.filter(Boolean).join(', ')
}

const standing = {
  latest: 'and still so when somebody last judged it',
  median: 'and so in the middle of all judgements',
}

function breadthOf(
  { frameworkId, level }: { frameworkId: string; level: number },
  { frameworks }: RequirementNames,
) {
  const framework = frameworks[frameworkId]
  return `${framework?.name ?? 'one framework'}, each at ${orHigher(framework?.levels, level)}`
}

function orHigher(levels: string[] = [], level: number) {
  const name = levels[level - 1] ?? `level ${level}`
  return level === levels.length ? name : `${name} or higher`
}

function witnesses(minimum: number, assurance: 'email' | 'organisation' | 'staff') {
  const people =
    minimum === 1
      ? 'one person who saw the work'
      : `at least ${spell(minimum)} different people who saw the work`
  if (assurance === 'email') return people
  return `${people}, ${minimum === 1 ? '' : 'one of them '}${known[assurance]}`
}

const known = {
  organisation: 'known to us through the university or a partner organisation',
  staff: 'on the staff of the university',
}

function counting(leaf: Leaf, { day }: Words): string {
  if (!('counting' in leaf) || !leaf.counting) return ''
  const { from, until, excludePaid, excludeCreditBearing, excludeMandatory } = leaf.counting
  const left = [
    excludePaid && 'paid work',
    excludeCreditBearing && 'work for credit',
    excludeMandatory && 'compulsory work',
  ]
  const excluded = left.filter(words => words !== undefined && words !== false)
  return (
    between(from && day(from), until && day(until)) +
    (excluded.length > 0 ? `, not counting ${either(excluded)}` : '')
  )
}

function between(from?: string, until?: string) {
  if (from && until) return `, between ${from} and ${until}`
  if (from) return `, from ${from} on`
  return until ? `, up to ${until}` : ''
}

const kinds: Record<Category, string> = {
  club: 'club work',
  sport: 'sport',
  arts: 'the arts',
  volunteering: 'volunteering',
  internship: 'internships',
  research: 'research',
  employment: 'employment',
  membership: 'membership',
  other: 'other work',
}

const workOf = (categories?: Category[]) =>
  categories?.length ? either(categories.map(one => kinds[one])) : 'approved work'

const inWork = (of?: Counting) => (of?.categories?.length ? `, in ${workOf(of.categories)}` : '')

const counted = (count: number, one: string, other: string) =>
  `${spell(count)} ${plural(count, { one, other })}`

const lists = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const either = (words: string[]) => lists.format(words)

function spokenHours(minutes: number, hours: Words['hours']) {
  return minutes % 60 === 0 ? plural(minutes / 60, { one: '# hour', other: '# hours' }) : hours(minutes)
}
