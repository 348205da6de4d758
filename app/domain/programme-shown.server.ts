import type { ProgrammeModel, ProgrammeOutcomeModel } from '~/lib/db.server'
import { sha256 } from '~/lib/token.server'

export type Whole = ProgrammeModel & { outcomes: ProgrammeOutcomeModel[] }

/** Stand in forms: a page that shows something older changes nothing (rule 6). */
export function shownOf({ requirement, translations, artworkDigest, outcomes, status, ...row }: Whole) {
  const { publishedAt: _, publishedById: _by, createdById: _maker, createdAt: _at, ...description } = row
  const chosen = [...outcomes].sort((a, b) => a.position - b.position)
  return {
    description: hashOf([Object.entries(description).sort(), chosen.map(({ levelId, competencyId }) => [competencyId, levelId])]),
    requirement: hashOf(requirement),
    languages: hashOf(translations),
    artwork: hashOf(artworkDigest),
  }
}

/** Of all of it, for whoever publishes what they have read. */
export const allShownOf = (programme: Whole) => hashOf(shownOf(programme))

const hashOf = (value: unknown) => sha256(JSON.stringify(value ?? null)).toString('hex').slice(0, 32)
