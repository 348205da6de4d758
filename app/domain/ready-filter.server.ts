import { limit, read } from '~/lib/db.server'
import { ReadyFilter } from './award-forms.server'
import type { Actor } from './policy'
import type { StudentFilter } from './student-filter.server'
import { listUnits } from './unit.server'

const MOST = 200

/** What an address asks for; what is none of it asks for nothing. */
export function readyFilterIn(query: URLSearchParams): StudentFilter {
  return ReadyFilter.safeParse(Object.fromEntries(query)).data ?? {}
}

/** As it stands in an address. */
export function readyQuery({ unitId, studyProgramme, entryYear, name }: StudentFilter): Record<string, string> {
  return {
    ...(unitId && { unit: unitId }), ...(studyProgramme && { study: studyProgramme }),
    ...(entryYear && { year: String(entryYear) }), ...(name && { q: name }),
  }
}

/** What there is to choose from. */
export async function readyChoices({ institutionId }: Actor) {
  const [units, studies, years] = await Promise.all([
    listUnits(institutionId),
    read<{ name: string }>`
      SELECT DISTINCT "studyProgramme" AS "name" FROM "Enrolment" WHERE "institutionId" = ${institutionId} ORDER BY 1 ${limit(MOST)}`,
    read<{ year: number }>`
      SELECT DISTINCT "entryYear" AS "year" FROM "Enrolment" WHERE "institutionId" = ${institutionId} ORDER BY 1 DESC ${limit(MOST)}`,
  ])
  return {
    units: units.map(({ id, name }) => ({ id, name })), studies: studies.map(({ name }) => ({ id: name, name })),
    years: years.map(({ year }) => ({ id: String(year), name: String(year) })),
  }
}
