import type { Words } from '~/messages/messages'
import type { Category } from './activity'
import type { Sheet, SheetActivity } from './credential'

/** As much of JSON Resume 1.0.0 as can be said of what others confirmed. Days are ISO 8601. */
export interface Resume {
  $schema: string
  basics: { name: string }
  certificates: { name: string; date: string; issuer: string; url: string }[]
  volunteer: (Stay & { organization: string })[]
  work: (Stay & { name: string })[]
  skills: { name: string; level: string; keywords: string[] }[]
  meta: { version: string; lastModified: string }
}

interface Stay {
  position: string
  startDate: string
  endDate?: string
  summary: string
  highlights: string[]
}

interface Shared {
  sheet: Sheet
  url: string
  awardedDate: Date
}

const paid: readonly Category[] = ['employment', 'internship']

/** Of what is shared alone: whoever reads it can check each line at the address beside it. */
export function resumeOf(name: string, credentials: readonly Shared[], words: Words): Resume {
  const { format } = words
  const done = activitiesOf(credentials)
  const [work, volunteer] = [true, false].map(isWork => done.filter(({ activity }) => paid.includes(activity.category) === isWork))
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name: credentials[0]?.sheet.holder ?? name },
    certificates: credentials.map(({ sheet, url, awardedDate }) => (
      { name: sheet.programme.title, date: format.dayOf(awardedDate), issuer: sheet.issuer.name, url }
    )),
    volunteer: (volunteer ?? []).map(each => ({ organization: each.activity.organisation ?? '', ...stay(each, words) })),
    work: (work ?? []).map(each => ({ name: each.activity.organisation ?? '', ...stay(each, words) })),
    skills: skillsOf(credentials),
    meta: { version: 'v1.0.0', lastModified: words.format.dayOf(latest(credentials)) },
  }
}

interface Done {
  activity: SheetActivity
  /** The credentials that it counts in. */
  within: Shared[]
}

/** Work that counts in two credentials was done once. */
function activitiesOf(credentials: readonly Shared[]): Done[] {
  const all = new Map<string, Done>()
  for (const shared of credentials) {
    for (const activity of shared.sheet.activities) {
      const key = JSON.stringify([activity.title, activity.organisation, activity.role, activity.from])
      all.set(key, { activity, within: [...(all.get(key)?.within ?? []), shared] })
    }
  }
  return [...all.values()].sort((a, b) => b.activity.from.localeCompare(a.activity.from))
}

function stay({ activity, within }: Done, { messages: { cv }, format }: Words): Stay {
  return {
    position: activity.role ?? activity.title,
    startDate: activity.from,
    ...(activity.to && { endDate: activity.to }),
    summary: `${activity.title}. ${cv.work(format.hours(activity.minutes))}`,
    highlights: within.map(({ sheet, url }) => cv.rests(sheet.programme.title, url)),
  }
}

/** Each competency at the highest level that a shared credential tells of. */
function skillsOf(credentials: readonly Shared[]): Resume['skills'] {
  const best = new Map<string, { name: string; position: number; descriptor: string }>()
  for (const { name, level } of credentials.flatMap(({ sheet }) => sheet.results)) {
    if (level.position > (best.get(name)?.position ?? 0)) best.set(name, level)
  }
  return [...best].map(([name, level]) => ({ name, level: level.name, keywords: level.descriptor ? [level.descriptor] : [] }))
}

function latest(credentials: readonly Shared[]): Date {
  return credentials.reduce((last, { awardedDate }) => (awardedDate > last ? awardedDate : last), new Date(0))
}
