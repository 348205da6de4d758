import type { Category } from './activity'

interface Read {
  id: string
  title: string
  organisation: string
  category: Category
  description: string
  expectedMinutesMin: number | null
  expectedMinutesMax: number | null
  unit: { name: string }
  competencies: readonly { competency: { name: string } }[]
}

/** No more of it than a line of a list tells. */
export function opportunityRow({ unit, competencies, ...row }: Read) {
  const { id, title, organisation, category, description, expectedMinutesMin, expectedMinutesMax } = row
  return {
    ...{ id, title, organisation, category, description, expectedMinutesMin, expectedMinutesMax },
    unit: unit.name,
    competencies: competencies.map(({ competency }) => competency.name),
  }
}
