import { db, type EndorsementModel, type CompetencyModel, type FrameworkModel, type LevelModel } from '~/lib/db.server'
import { wordsIn, type Words } from '~/messages/messages'
import { endorsementCredential, type EndorsementFacts } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import type { Assurance, JudgementOutcome } from './endorsement'
import { shownName } from './endorsement'
import { competencyAlignment, levelUrn } from './framework.server'
import { signingIssuer } from './issuer.server'
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
  const { institution, origin, facts: issuer, signer, keyId } = await signingIssuer(said.institutionId)
  const competencies = await db.competency.findMany({
    where: { id: { in: judgements.map(judgement => judgement.competencyId) } }, include: { framework: true },
  })
  const words = wordsIn(institution.language, institution.timeZone, said.endorsedAt)
  const unsigned = endorsementCredential({
    id: `${origin}/endorsements/${said.publicId}`,
    issuer,
    name: words.messages.endorsement.confirmedBy(whoSaid(said, words)),
    revisionId: said.revisionId,
    endorsedAt: said.endorsedAt,
    statement: said.endorsementComment,
    ...sentences(said, words, institution.name),
    judgements: judgements.map(judgement => judgementFacts(judgement, competencies, words)),
    ...(place && { status: placeIn(origin, place) }),
  })
  const { text } = await issueChecked(unsigned, signer, said.endorsedAt)
  return { document: text, keyId }
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
