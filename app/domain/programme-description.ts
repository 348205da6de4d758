import { artworkPath } from './artwork'
import type { SheetProgramme } from './credential'
import type { EmblemSource } from './emblem'
import { programmeLevels } from './programme'
import type { Translations } from './programme-translation'
import type { Requirement } from './requirement'
import type { RequirementNames } from './requirement-names'

/** One published version of a programme, as anyone may read it. */
export interface ProgrammeDescription extends SheetProgramme {
  fee: string
  validityMonths: number | null
  requirement: Requirement
  names: RequirementNames
  outcomes: Outcome[]
  translations: Translations
}

/** What the holder can do: a competency at a level, with the rubric's sentence for it. */
export interface Outcome {
  competencyId: string
  name: string
  code: string | null
  level: { position: number; of: number; name: string; descriptor: string }
}

/** All versions of a programme share the emblem that is drawn; a picture belongs to its version. */
export function emblemOf(
  { seriesId, title, level, artworkDigest }: Pick<SheetProgramme, 'seriesId' | 'title' | 'level' | 'artworkDigest'>,
  issuer: string,
): EmblemSource {
  const drawn = { seed: seriesId, title, issuer, level: programmeLevels.indexOf(level) + 1 }
  return artworkDigest ? { ...drawn, artwork: artworkPath(artworkDigest) } : drawn
}
