import { db, type InstitutionModel, type ProgrammeModel } from '~/lib/db.server'
import { wordsIn, type Words } from '~/messages/messages'
import { achievement, type AchievementFacts, type ScaleFacts } from '~/standards/achievement'
import { OPEN_BADGE_CONTEXT } from '~/standards/contexts'
import type { JsonObject } from '~/standards/json'
import { readJson } from '~/standards/strict-json'
import { artworkPath } from './artwork'
import type { Sheet } from './credential'
import { competencyAlignment, levelUrn } from './framework.server'
import { originOf } from './issuer.server'
import { listEndorsed } from './partner.server'
import { programmeLevels } from './programme'
import { descriptorOf, rubricOf, type RubricRow, type ScaledCompetency } from './rubric.server'
import { elementsOf } from './sheet-words'

/** What the achievement's id in credentials resolves to; null for what was never published. */
export async function findAchievement(publicId: string): Promise<JsonObject | null> {
  const programme = await db.programme.findFirst({
    where: { publicId, publishedAt: { not: null } }, include: { outcomes: { orderBy: { position: 'asc' } } },
  })
  if (!programme?.publishedAt) return null
  const institution = await db.institution.findUniqueOrThrow({ where: { id: programme.institutionId } })
  const words = wordsIn(institution.language, institution.timeZone, programme.publishedAt)
  const described = { programme: describedProgramme(programme), issuer: describedIssuer(institution) }
  const facts = achievementFacts(originOf(institution), described, await rubricOf(programme), words)
  const endorsed = await listEndorsed(programme.id)
  const endorsement = endorsed.flatMap(({ document }) => {
    const read = readJson(document)
    return 'document' in read ? read.document : []
  })
  return { '@context': [...OPEN_BADGE_CONTEXT], ...achievement(facts), ...(endorsement.length > 0 && { endorsement }) }
}

export function achievementFacts(
  origin: string, sheet: Pick<Sheet, 'programme' | 'issuer'>, rubric: readonly RubricRow[], words: Words,
): AchievementFacts {
  const { programme } = sheet
  const id = achievementUrl(origin, programme.publicId)
  const elements = elementsOf(sheet, words).map(({ term, meaning }) => `- **${term}:** ${meaning}`)
  return {
    id,
    type: programme.type,
    name: programme.title,
    image: { url: imageUrl(origin, programme), caption: words.messages.designArtwork.alt(programme.title) },
    description: programme.description,
    criteria: `${programme.criteria}\n\n${elements.join('\n')}`,
    ...(programme.credits !== null && { creditsAvailable: programme.credits }),
    version: String(programme.version),
    inLanguage: words.messages.language,
    alignment: rubric.map(competencyAlignment),
    scales: rubric.map(row => ({ ...scaleFacts(id, row), requiredLevelId: levelUrn(row.id, row.requiredLevelId) })),
  }
}

export function achievementUrl(origin: string, publicId: string): string {
  return `${origin}/achievements/${publicId}`
}

/** For as long as anyone may ask: the picture of this version, or the emblem that is drawn for all of them. */
function imageUrl(origin: string, { artworkDigest, seriesId, level }: Sheet['programme']) {
  if (artworkDigest) return `${origin}${artworkPath(artworkDigest)}`
  const drawn = { detail: 'engraved', seed: seriesId, level: String(programmeLevels.indexOf(level) + 1) }
  return `${origin}/emblem.svg?${new URLSearchParams(drawn)}`
}

export function scaleId(achievementId: string, competencyId: string): string {
  return `${achievementId}#${competencyId}`
}

export function describedProgramme({ achievementType: type, ...row }: ProgrammeModel): Sheet['programme'] {
  const { publicId, seriesId, version, title, level, description, criteria, contact, artworkDigest } = row
  const { workloadMinutes, credits, creditBasis, eqfLevel, eqfBasis, prerequisites, leadsTo } = row
  const { assessmentType, assessor, participation, qualityAssurance, supervision } = row
  return {
    publicId, seriesId, version, title, type, level, description, criteria, contact, artworkDigest,
    workloadMinutes, credits, creditBasis, eqfLevel, eqfBasis, prerequisites, leadsTo,
    assessmentType, assessor, participation, qualityAssurance, supervision,
  }
}

export function describedIssuer(institution: InstitutionModel): Sheet['issuer'] {
  const { name, legalName, country, office, slug } = institution
  return { name, legalName, country, office, slug }
}

export function scaleFacts(achievementId: string, row: ScaledCompetency): ScaleFacts {
  return {
    id: scaleId(achievementId, row.id),
    name: row.name,
    competency: competencyAlignment(row),
    levels: row.framework.levels.map(level => ({
      id: levelUrn(row.id, level.id), name: level.name, description: descriptorOf(row, level.id),
    })),
  }
}
