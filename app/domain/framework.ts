/** A framework as its makers hand it over: areas of competencies, one scale, and the rubric in sentences. */
export interface FrameworkSource {
  title: string
  version: string
  publisher: string
  uri: string
  licence: string
  attribution: string
  /** From the lowest up. */
  levels: readonly string[]
  areas: readonly { name: string; statement: string; competencies: readonly CompetencySource[] }[]
}

interface CompetencySource {
  /** As the framework numbers it: CASE humanCodingScheme. */
  code: string
  name: string
  statement: string
  /** What it looks like, one sentence a level. */
  descriptors: readonly string[]
}
