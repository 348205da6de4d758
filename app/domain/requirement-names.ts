/** What a requirement calls by id, by its name: enough to put it into words. */
export interface RequirementNames {
  competencies: Record<string, Named>
  frameworks: Record<string, Named>
  /** Titles by series. */
  programmes: Record<string, string>
}

interface Named {
  name: string
  /** Names of the levels, from the lowest up. */
  levels: string[]
}
