import { db, type EndorsementModel, type CompetencyModel, type FrameworkModel, type LevelModel } from '~/lib/db.server'
import { wordsIn, type Words } from '~/messages/messages'
import { endorsementCredential, type EndorsementFacts } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { issueMany } from '~/standards/issue-many'
import type { Assurance, JudgementOutcome } from './endorsement'
import { shownName } from './endorsement'
import { competencyAlignment, levelUrn } from './framework.server'
import { signingIssuer, type Issuer } from './issuer.server'
import { placeIn, type Place } from './status-list.server'

export type EndorsementSaid = Omit<EndorsementModel, 'document' | 'withdrawnAt' | 'listId' | 'listIndex'>

export interface JudgementSaid {
  claimId: string
  competencyId: string
  level: LevelModel | null
  outcome: JudgementOutcome
  comment: string
}

/**
 * The endorsement as a signed EndorsementCredential: the institution records what a confirmed person said.
 * The confidential note never goes in. Answers the exact text to store, and the key: ask whether
 * it is still active in the transaction that stores it. The place is where a withdrawal will be published.
 */
export async function signEndorsement(said: EndorsementSaid, judgements: JudgementSaid[], place: Place | null = null) {
  const issuer = await signingIssuer(said.institutionId)
  const unsigned = compose(issuer, await findCompetencies(judgements), { said, judgements, place })
  const { text } = await issueChecked(unsigned, issuer.signer, said.endorsedAt)
  return { document: text, keyId: issuer.keyId }
}

interface Statement {
  said: EndorsementSaid
  judgements: JudgementSaid[]
  place?: Place | null
}

/** Those of many at once, signed at one moment: the texts, in their order. */
export async function signEndorsements(institutionId: string, all: readonly Statement[], at: Date): Promise<string[]> {
  const issuer = await signingIssuer(institutionId)
  const competencies = await findCompetencies(all.flatMap(({ judgements }) => judgements))
  const issued = await issueMany(all.map(each => compose(issuer, competencies, each)), issuer.signer, at)
  return issued.map(each => {
    if ('why' in each) throw new Error(each.why)
    return each.text
  })
}

function findCompetencies(judgements: readonly JudgementSaid[]): Promise<Competency[]> {
  const ids = new Set(judgements.map(({ competencyId }) => competencyId))
  return db.competency.findMany({ where: { id: { in: [...ids] } }, include: { framework: true } })
}

function compose({ institution, origin, facts }: Issuer, competencies: Competency[], { said, judgements, place }: Statement) {
  const words = wordsIn(institution.language, institution.timeZone, said.endorsedAt)
  return endorsementCredential({
    id: `${origin}/endorsements/${said.publicId}`,
    issuer: facts,
    name: words.messages.endorsement.confirmedBy(whoSaid(said, words)),
    revisionId: said.revisionId,
    endorsedAt: said.endorsedAt,
    statement: said.endorsementComment,
    ...sentences(said, words, institution.name),
    judgements: judgements.map(judgement => judgementFacts(judgement, competencies, words)),
    ...(place && { status: placeIn(origin, place) }),
  })
}

type Shown = Pick<EndorsementModel, 'shownAs' | 'name' | 'roleTitle' | 'organisation'>

/** As they agreed to be shown: "Ben Ortiz, Treasurer, Debating Society", or without the name. */
function whoSaid(said: Shown, { messages }: Words) {
  const role = messages.endorsement.roleAt(said.roleTitle, said.organisation)
  const name = shownName(said)
  return name ? `${name}, ${role}` : role
}

function sentences(said: EndorsementSaid, { messages, format }: Words, institution: string): Pick<EndorsementFacts, 'record' | 'minutes'> {
  const words = messages.endorsement
  const assurance: Assurance = said.assurance
  return {
    minutes: {
      value: said.confirmedMinutes, name: words.confirmedTime,
      sentence: words.confirmedTimeSentence(format.hours(said.confirmedMinutes)),
    },
    record: [
      words.confirmedRole(said.confirmedRole, format.period(said.confirmedStart, said.confirmedEnd)),
      words.relationshipOfThem[said.relationship], words.basisOfThem[said.basis],
      words.assuranceSentence[assurance], words.namedBy[said.namedBy], words.recordedBy(institution),
    ],
  }
}

type Competency = CompetencyModel & { framework: FrameworkModel }

function judgementFacts(judgement: JudgementSaid, competencies: Competency[], { messages }: Words) {
  const competency = competencies.find(({ id }) => id === judgement.competencyId)
  if (!competency) throw new Error(`Competency ${judgement.competencyId} is gone, though published frameworks never change.`)
  const { level, outcome } = judgement
  const words = level?.name ?? messages.endorsement.outcome[outcome === 'notYet' ? 'notYet' : 'notObserved']
  return {
    competency: competencyAlignment(competency),
    ...(level && { levelId: levelUrn(competency.id, level.id) }),
    outcome: words,
    sentence: messages.endorsement.judged(competency.name, words, judgement.comment),
  }
}
