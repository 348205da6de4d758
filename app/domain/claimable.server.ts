import type { Draft } from './draft.server'
import { listFrameworks } from './framework.server'

/** A competency a student may claim, with the rubric's words for each level. */
interface Claimable {
  id: string
  frameworkId: string
  name: string
  code: string | null
  statement: string
  levels: { id: string; name: string; position: number; descriptor: string }[]
  /** The catalogue expects it of this role. */
  comesWithIt: boolean
  claimed: { levelId: string; narrative: string } | null
}

/** What is claimed first, then what comes with the role, then the rest as the frameworks have it. */
export async function listClaimable(institutionId: string, draft: Draft): Promise<Claimable[]> {
  const frameworks = await listFrameworks(institutionId)
  const expected = new Set(draft.opportunity?.competencies.map(({ competencyId }) => competencyId))
  const claims = new Map(draft.claims.map(claim => [claim.competencyId, claim]))
  const all = frameworks.flatMap(({ levels, competencies }) =>
    competencies
      .filter(({ descriptors }) => descriptors.length > 0)
      .map(({ id, frameworkId, name, humanCodingScheme: code, fullStatement: statement, descriptors }) => {
        const words = new Map(descriptors.map(({ levelId, descriptor }) => [levelId, descriptor]))
        return {
          id,
          frameworkId,
          name,
          code,
          statement,
          comesWithIt: expected.has(id),
          claimed: claims.get(id) ?? null,
          levels: levels.map(level => ({
            id: level.id,
            name: level.name,
            position: level.position,
            descriptor: words.get(level.id) ?? '',
          })),
        }
      }),
  )
  const rank = ({ claimed, comesWithIt }: Claimable) => (claimed ? 0 : comesWithIt ? 1 : 2)
  return all.sort((a, b) => rank(a) - rank(b))
}
