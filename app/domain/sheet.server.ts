import type { EndorsementModel } from '~/lib/db.server'
import { describedIssuer, describedProgramme } from './achievement.server'
import type { Choices } from './award'
import type { Sheet, SheetActivity, SheetEndorser, SheetResult } from './credential'
import { dayOf } from './day'
import { shownName } from './endorsement'
import type { Ground, Grounds } from './grounds.server'
import { descriptorOf, type RubricRow, type ScaledCompetency } from './rubric.server'

/** An endorsement goes along word by word, unless it tells a name or a matter that is to stay out. */
export function isCarried(ground: Ground, endorsement: EndorsementModel, choices: Choices): boolean {
  const tellsNoName = endorsement.shownAs === 'roleAndOrganisation'
  // Erasure takes the signed words away, and what they confirmed stays.
  if (endorsement.document === '') return false
  return !ground.isDiscreet && (tellsNoName || choices.named.includes(endorsement.id))
}

export function makeSheet(
  { award, activities }: Grounds, choices: Choices, rubric: readonly RubricRow[],
): Sheet {
  const { institution } = award.student
  return {
    holder: choices.nameForm === 'official' ? award.student.officialName : award.student.usedName,
    ...(choices.did && { holderDid: choices.did }),
    issuer: describedIssuer(institution),
    programme: describedProgramme(award.programme),
    results: rubric.flatMap(row => resultOf(row, activities)),
    scale: rubric[0]?.framework.levels.map(level => level.name) ?? [],
    minutes: activities.reduce((sum, { counted }) => sum + counted.minutes, 0),
    activities: activities.map(ground => sheetActivity(ground, choices)),
    endorsers: activities.flatMap((ground, activity) =>
      ground.endorsements.map(each => (
        { activity, ...sheetEndorser(ground, each, choices, institution.timeZone) }
      )),
    ),
  }
}

/** The highest level that was seen of a competency, or undefined where nobody judged it. */
export function levelReached(row: ScaledCompetency, activities: readonly Ground[]) {
  const seen = activities
    .flatMap(({ counted }) => counted.endorsements.flatMap(({ judgements }) => judgements))
    .filter(judgement => judgement.competencyId === row.id && judgement.outcome === 'atLevel')
  const best = Math.max(0, ...seen.map(judgement => judgement.level))
  return row.framework.levels.find(({ position }) => position === best)
}

function resultOf(row: RubricRow, activities: readonly Ground[]): SheetResult[] {
  const level = levelReached(row, activities)
  if (!level) return []
  const { position, name } = level
  const descriptor = descriptorOf(row, level.id)
  return [{ name: row.name, code: row.humanCodingScheme, level: { position, name, descriptor } }]
}

export function sheetActivity({ counted, facts, face, isDiscreet }: Ground, choices: Choices): SheetActivity {
  const told = isDiscreet ? [] : facts.evidence.filter(({ id }) => choices.evidence.includes(id))
  return {
    title: face.title,
    organisation: face.organisation || null,
    role: isDiscreet ? null : counted.role,
    category: counted.category,
    from: counted.activityStartDate,
    to: counted.activityEndDate,
    minutes: counted.minutes,
    evidence: told.map(({ name }) => name),
  }
}

export function sheetEndorser(
  ground: Ground, endorsement: EndorsementModel, choices: Choices, timeZone: string,
): Omit<SheetEndorser, 'activity'> {
  const { relationship, basis, assurance, roleTitle, organisation } = endorsement
  const isIn = isCarried(ground, endorsement, choices)
  return {
    name: !ground.isDiscreet && choices.named.includes(endorsement.id) ? shownName(endorsement) : null,
    roleTitle: ground.isDiscreet ? null : roleTitle,
    organisation: ground.isDiscreet ? null : organisation,
    relationship, basis, assurance,
    endorsedOn: dayOf(endorsement.endorsedAt, timeZone),
    statement: isIn ? endorsement.endorsementComment : null,
    publicId: isIn ? endorsement.publicId : null,
  }
}
