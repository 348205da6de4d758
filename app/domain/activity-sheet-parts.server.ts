import type { EndorsementModel, InstitutionModel } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import type { Words } from '~/messages/messages'
import type { SheetChoices } from './activity-sheet'
import { shownName } from './endorsement'
import type { Ground } from './grounds.server'
import { termsBlock, type SheetBlock, type SheetPart } from './record-sheet'
import { descriptorOf, type ScaledCompetency } from './rubric.server'
import { levelReached } from './sheet.server'

interface Told {
  ground: Ground
  rubric: readonly ScaledCompetency[]
  approval: { at: Date; unit: string; isReviewed: boolean; namesMinutes: boolean }
  told: SheetChoices
  house: InstitutionModel
  isSigned: boolean
}

/** What is kept discreet is told without the student’s words, the place, and the words of others. */
export function activityParts(given: Told, words: Words): SheetPart[] {
  const { parts } = words.messages.activitySheet
  const own = given.ground.isDiscreet ? [] : ownWords(given, words)
  const all: SheetPart[] = [
    { title: parts.what, blocks: [whatItWas(given, words)] },
    ...own,
    { title: parts.shown, note: parts.shownNote, blocks: given.rubric.flatMap(row => reached(row, given.ground)) },
    { title: parts.said, blocks: given.ground.endorsements.map(each => whoSaid(each, given.ground, words)) },
    { title: parts.evidence, blocks: evidence(given, words) },
    { title: parts.approved, blocks: [approved(given, words)] },
    { title: parts.reading, blocks: [reading(given, words)] },
  ]
  return all.filter(({ blocks }) => blocks.length > 0)
}

function whatItWas({ ground: { counted, facts, face, isDiscreet }, approval }: Told, { messages, format }: Words): SheetBlock {
  const { terms, basis, flags } = messages.activitySheet
  const flagged = (['isPaid', 'isCreditBearing', 'isMandatory'] as const).filter(flag => counted[flag])
  return termsBlock([
    { term: terms.activity, meaning: face.title },
    { term: terms.organisation, meaning: face.organisation },
    { term: terms.role, meaning: isDiscreet ? '' : counted.role },
    { term: terms.category, meaning: messages.issuing.category[counted.category] },
    { term: terms.when, meaning: format.period(counted.activityStartDate, counted.activityEndDate) },
    { term: terms.form, meaning: messages.activity.participation[facts.participation] },
    { term: terms.hours, meaning: format.hours(counted.minutes) },
    { term: terms.basis, meaning: approval.namesMinutes ? basis.named : basis.confirmed(counted.endorsements.length) },
    ...flagged.map(flag => ({ term: terms[flag], meaning: flags[flag] })),
  ])
}

function ownWords({ ground: { facts }, told }: Told, { messages: { activitySheet: said } }: Words): SheetPart[] {
  const { reflection, narrative } = facts
  const thought = (['situation', 'task', 'action', 'result', 'learning'] as const)
    .map(name => ({ term: said.reflection[name], meaning: reflection[name] }))
    .filter(({ meaning }) => meaning !== '')
  return [
    { title: said.parts.told, blocks: narrative ? [{ words: narrative }] : [] },
    { title: said.parts.thought, blocks: told.reflection && thought.length > 0 ? [termsBlock(thought)] : [] },
  ]
}

function reached(row: ScaledCompetency, ground: Ground): SheetBlock[] {
  const level = levelReached(row, [ground])
  if (!level) return []
  const { id, name: word, position } = level
  return [{ reached: { name: row.name, level: { word, position, of: row.framework.levels.length }, descriptor: descriptorOf(row, id) } }]
}

function whoSaid(endorsement: EndorsementModel, { isDiscreet }: Ground, { messages, format }: Words): SheetBlock {
  const { activitySheet: said, endorsement: of, issuing } = messages
  const { roleTitle, organisation, relationship, basis, assurance, endorsedAt, endorsementComment } = endorsement
  const who = isDiscreet ? '' : [shownName(endorsement), roleTitle, organisation].filter(Boolean).join(', ')
  return {
    quote: isDiscreet ? '' : endorsementComment,
    by: said.by(who || issuing.somebody, format.day(format.dayOf(endorsedAt))),
    known: said.knownAs(of.relationshipOfThem[relationship], of.basisOfThem[basis], of.assuranceSentence[assurance]),
  }
}

function evidence({ ground: { facts, isDiscreet }, told }: Told, { messages: { activitySheet: said } }: Words): SheetBlock[] {
  const shown = isDiscreet ? [] : facts.evidence.filter(({ id }) => told.evidence.includes(id))
  if (shown.length === 0) return []
  return [
    termsBlock(shown.map(({ name, digest }) => ({ term: name, meaning: `${said.terms.digest} ${digest}` }))),
    { words: said.evidenceMeaning },
  ]
}

function approved({ approval, house }: Told, { messages: { activitySheet: said }, format }: Words): SheetBlock {
  return termsBlock([
    { term: said.terms.approvedOn, meaning: format.day(format.dayOf(approval.at)) },
    { term: said.terms.office, meaning: approval.isReviewed ? `${approval.unit}, ${house.name}` : said.byRule },
  ])
}

function reading({ rubric, house, isSigned }: Told, { messages: { activitySheet: said }, format }: Words): SheetBlock {
  const { terms } = said
  const scale = rubric[0]?.framework.levels.map(({ name }) => name).join(', ') ?? ''
  const checking = isSigned ? said.checkingMeaning(`${settings().publicUrl}/verify`) : said.asking(house.contactEmail)
  return termsBlock([
    { term: terms.endorsed, meaning: said.endorsedMeaning },
    { term: terms.approved, meaning: said.approvedMeaning },
    { term: terms.levels, meaning: scale },
    { term: terms.issuedBy, meaning: [house.legalName, house.office, format.country(house.country)].filter(Boolean).join(', ') },
    { term: terms.checking, meaning: checking },
  ])
}
