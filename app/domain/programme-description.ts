import type { EmblemSource } from './emblem'
import { programmeLevels, type AchievementType, type ProgrammeLevel } from './programme'
import type { Requirement } from './requirement'
import type { RequirementNames } from './requirement-names'

/** One published version of a programme, as anyone may read it. */
export interface ProgrammeDescription {
  publicId: string
  seriesId: string
  version: number
  title: string
  level: ProgrammeLevel
  achievementType: AchievementType
  description: string
  workloadMinutes: number
  credits: number | null
  creditBasis: string | null
  eqfLevel: number | null
  eqfBasis: string
  assessmentType: string
  assessor: string
  participation: string
  qualityAssurance: string
  supervision: string
  prerequisites: string
  leadsTo: string
  fee: string
  validityMonths: number | null
  contact: string
  requirement: Requirement
  names: RequirementNames
  outcomes: Outcome[]
}

/** What the holder can do: a competency at a level, with the rubric's sentence for it. */
export interface Outcome {
  competencyId: string
  name: string
  code: string | null
  level: { position: number; of: number; name: string; descriptor: string }
}

/** All versions of a programme share one emblem. */
export function emblemOf({ seriesId, title, level }: Pick<ProgrammeDescription, 'seriesId' | 'title' | 'level'>, issuer: string): EmblemSource {
  return { seed: seriesId, title, issuer, level: programmeLevels.indexOf(level) + 1 }
}
