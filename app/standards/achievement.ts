import { present, type Json, type JsonObject } from './json'

export interface AchievementFacts {
  /** Absolute, and answered for as long as anyone may ask. */
  id: string
  type: AchievementType
  name: string
  description: string
  criteria: string
  /** What one of these is worth, in the unit `criteria` names. */
  creditsAvailable?: number
  humanCode?: string
  version?: string
  inLanguage?: string
  tags?: string[]
  image?: { url: string; caption: string }
  alignment?: AlignmentFacts[]
  scales: ScaleFacts[]
}

export type AchievementType =
  | 'MicroCredential'
  | 'CoCurricular'
  | 'CommunityService'
  | 'Fieldwork'
  | 'Membership'
  | 'Badge'
  | `ext:${string}`

export interface AlignmentFacts {
  name: string
  /** Absolute: the competency where its framework publishes it. */
  url: string
  framework?: string
  code?: string
  description?: string
  type?: 'CFItem' | 'CFRubricCriterionLevel' | `ext:${string}`
}

/** A competency with the levels it is judged by (OB ResultDescription with its rubric). */
export interface ScaleFacts {
  /** Absolute, unique within the credential. */
  id: string
  name: string
  competency?: AlignmentFacts
  levels: LevelFacts[]
  requiredLevelId?: string
}

interface LevelFacts {
  id: string
  name: string
  description?: string
}

/** OB 3.0 Achievement. `extra` are descriptions of results that are no competencies. */
export function achievement(facts: AchievementFacts, extra: JsonObject[] = []): JsonObject {
  const described = [...facts.scales.map(scale), ...extra]
  return present({
    id: facts.id,
    type: ['Achievement'],
    achievementType: facts.type,
    name: facts.name,
    description: facts.description,
    criteria: { narrative: facts.criteria },
    creditsAvailable: facts.creditsAvailable,
    humanCode: facts.humanCode,
    version: facts.version,
    inLanguage: facts.inLanguage,
    tag: filled(facts.tags),
    image: facts.image ? { id: facts.image.url, type: 'Image', caption: facts.image.caption } : undefined,
    alignment: filled(facts.alignment?.map(alignment)),
    resultDescription: filled(described),
  })
}

/** An empty list says nothing in RDF, so it is left out. */
export function filled(list: Json[] | undefined): Json[] | undefined {
  return list?.length ? list : undefined
}

export function alignment(facts: AlignmentFacts): JsonObject {
  return present({
    type: ['Alignment'],
    targetName: facts.name,
    targetUrl: facts.url,
    targetType: facts.type ?? 'CFItem',
    targetFramework: facts.framework,
    targetCode: facts.code,
    targetDescription: facts.description,
  })
}

function scale(facts: ScaleFacts): JsonObject {
  return present({
    id: facts.id,
    type: ['ResultDescription'],
    name: facts.name,
    resultType: 'RubricCriterionLevel',
    alignment: facts.competency ? [alignment(facts.competency)] : undefined,
    requiredLevel: facts.requiredLevelId,
    rubricCriterionLevel: facts.levels.map((level, index) =>
      present({
        id: level.id,
        type: ['RubricCriterionLevel'],
        name: level.name,
        level: String(index + 1),
        description: level.description,
      }),
    ),
  })
}
