import type { TranscriptEntry, TranscriptSheet } from '~/domain/transcript-sheet'
import type { TranscriptForm } from '~/domain/transcript'
import { hear } from '~/messages/en/hear'
import { genreIn, type PaperWords } from '~/messages/papers'
import type { PrintedGroup, Reached, TranscriptFacts } from './transcript'

type Given = Pick<TranscriptFacts, 'form' | 'institution' | 'record' | 'isPreview'> & { madeAt: Date; sheet: TranscriptSheet }

/** The signed record as its paper prints it. */
export function transcriptFacts({ form, institution, record, isPreview = false, madeAt, sheet }: Given, { messages, format }: PaperWords): TranscriptFacts {
  const activities = sheet.entries.filter(entry => entry.isActivity)
  const credentials = sheet.entries.filter(entry => !entry.isActivity)
  const profile = highest(sheet.entries)
  const minutes = sum(activities)
  const period = periodOf(activities)
  return {
    language: messages.language,
    words: titled(messages, form, institution.mayTitleHear),
    form,
    isPreview,
    institution,
    holder: sheet.holder,
    description: sheet.description,
    made: { on: madeAt, words: format.day(format.dayOf(madeAt)) },
    ...(period && { period: format.months(...period) }),
    summary: summaryOf(activities, { messages, format }),
    totals: {
      activities: format.number(activities.length),
      hours: format.number(Math.round(minutes / 60)),
      credentials: format.number(credentials.length),
      competencies: format.number(profile.length),
    },
    profile,
    scale: longestScale(sheet.entries),
    credentials: credentials.map(({ name, narrative, language, awardedAt }) => ({
      title: name, narrative, language, awarded: format.day(format.dayOf(awardedAt)),
    })),
    groups: groupsOf(activities, { messages, format }),
    record,
  }
}

/** The scheme's title is for the whole record, and in English. */
function titled({ language, transcriptPaper }: PaperWords['messages'], form: TranscriptForm, mayTitleHear: boolean): TranscriptFacts['words'] {
  return mayTitleHear && form === 'full' && language === 'en' ? { ...transcriptPaper, ...hear } : transcriptPaper
}

/** From the first day to the last; null where the record tells no days. */
function periodOf(activities: TranscriptEntry[]): [string, string] | null {
  const days = activities.flatMap(({ from, to }) => [from, to]).filter(day => day !== null).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? [first, last] : null
}

function summaryOf(activities: TranscriptEntry[], { messages, format }: PaperWords): string {
  const [period, hours] = [periodOf(activities), format.hours(sum(activities))]
  if (activities.length === 0) return ''
  if (period) return messages.issuing.scale(hours, activities.length, format.months(...period))
  return `${messages.transcript.sum(activities.length, hours)}.`
}

/** Of each competency, whatever it was shown in; the names in their order. */
function highest(entries: TranscriptEntry[]): Reached[] {
  const best = new Map<string, Reached>()
  for (const { competency: name, level: { name: word, ...place } } of entries.flatMap(({ levels }) => levels)) {
    const known = best.get(name)
    if (!known || place.position / place.of > known.level.position / known.level.of) best.set(name, { name, level: { word, ...place } })
  }
  return [...best.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function longestScale(entries: TranscriptEntry[]): string[] {
  const scales = entries.flatMap(({ levels }) => levels.map(({ scale }) => scale))
  return scales.reduce<string[]>((longest, scale) => (scale.length > longest.length ? scale : longest), [])
}

/** The kind with the most work first; in each the latest first, what goes on before what has ended. */
function groupsOf(activities: TranscriptEntry[], { messages, format }: PaperWords): PrintedGroup[] {
  const kinds = [...new Set(activities.map(({ genre }) => genre))].map(genre => activities.filter(each => each.genre === genre))
  return kinds.sort((a, b) => sum(b) - sum(a)).map(some => ({
    title: genreIn(some[0]?.genre ?? '', messages),
    sum: messages.transcript.sum(some.length, format.hours(sum(some))),
    minutes: sum(some),
    activities: [...some].sort(latestFirst).map(({ name, narrative, language, from, to, minutes, levels, said }) => ({
      title: name,
      language,
      from, to,
      minutes: minutes ?? 0,
      narrative,
      reached: levels.map(({ competency, level: { name: word, ...place } }) => ({ name: competency, level: { word, ...place } })),
      said,
    })),
  }))
}

const latestFirst = (a: TranscriptEntry, b: TranscriptEntry) => (b.to ?? '9999').localeCompare(a.to ?? '9999')

function sum(entries: TranscriptEntry[]): number {
  return entries.reduce((total, { minutes }) => total + (minutes ?? 0), 0)
}
