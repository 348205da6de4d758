import { z } from 'zod'
import { categories, limits } from './activity'
import { isDay } from './day'
import { whenMissing } from './endorsement-forms.server'
import { normaliseAddress } from './people'
import { MOST_LISTED, readList, type Listed } from './roster-list'

const required = (maximum: number, sentence: string) =>
  z.string(whenMissing(sentence)).trim().min(1, whenMissing(sentence)).max(maximum)

const day = z.string(whenMissing('Write a day, such as 2026-03-14.')).refine(isDay, { error: 'Write a day, such as 2026-03-14.' })

const MINUTES_A_DAY = 24 * 60
const DAY_MS = 86_400_000

/** What they did together, and who they were. */
export const RosterForm = z
  .object({
    title: required(limits.title, 'Write what it is called.'),
    organisation: required(limits.title, 'Write where it was, or with whom.'),
    role: required(limits.role, 'Write what they were there.'),
    category: z.enum(categories, { error: 'Choose what kind of activity it was.' }),
    activityStartDate: day,
    activityEndDate: day,
    note: z.string().trim().max(limits.claim).default(''),
    people: required(60_000, 'List who took part, a line each.'),
  })
  .transform(({ people, ...facts }, context) => {
    const { listed, wrong } = readList(people)
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    for (const sentence of wrong.slice(0, 5)) say('people', sentence)
    if (wrong.length > 5) say('people', `And ${wrong.length - 5} more lines.`)
    if (listed.length > MOST_LISTED) say('people', `At most ${MOST_LISTED} people on one list.`)
    for (const name of twice(listed)) say('people', `${name} is listed twice.`)
    const { activityStartDate: from, activityEndDate: to } = facts
    if (to < from) say('activityEndDate', 'The last day is before the first.')
    const most = ((Date.parse(to) - Date.parse(from)) / DAY_MS + 1) * MINUTES_A_DAY
    for (const { name } of listed.filter(({ minutes }) => minutes > most).slice(0, 3)) {
      say('people', `${name}: that is more time than there is between the first day and the last.`)
    }
    return { ...facts, listed }
  })
export type RosterForm = z.output<typeof RosterForm>
/** As `useForm` knows it. */
export type RosterTyped = z.input<typeof RosterForm>

function twice(listed: readonly Listed[]) {
  const addresses = listed.map(({ email }) => normaliseAddress(email))
  return listed.filter((_, at) => addresses.indexOf(addresses[at] ?? '') !== at).map(({ name }) => name)
}

export const ListingForm = z.object({ then: z.enum(['confirm', 'refuse'], { error: 'Choose one of the two.' }) })
