import { db, Prisma, transaction } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { record } from './audit.server'
import type { Choices, StandingChoice } from './award'
import { StandingChoiceForm } from './award-forms.server'
import { shownName } from './endorsement'
import type { Grounds } from './grounds.server'
import { mayLogActivities, type Actor } from './policy'

/** With the two names to choose from; no choice while every award waits for their own answer. */
export async function findStandingChoice(actor: Actor) {
  allowed(mayLogActivities(actor))
  const { standingChoice, officialName: official, usedName: used } = await db.person.findUniqueOrThrow({
    where: { id: actor.id }, select: { standingChoice: true, officialName: true, usedName: true },
  })
  return { choice: readStandingChoice(standingChoice), names: { official, used } }
}

/** From now on; null takes it back. What is offered already still waits for an answer. */
export async function setStandingChoice(actor: Actor, choice: StandingChoice | null): Promise<void> {
  allowed(mayLogActivities(actor))
  await transaction(async tx => {
    const { did, ...told } = choice ?? {}
    const standingChoice = choice ? { ...choice } : Prisma.DbNull
    await tx.person.update({ where: { id: actor.id }, data: { standingChoice }, select: { id: true } })
    await record(tx, actor, choice ? 'awards.acceptedAtOnce' : 'awards.answeredEach', actor.id, { ...told, ...(choice && { hasDid: did !== undefined }) })
  })
}

/** What this student's standing choice means for what their award rests on; null where they answer each award. */
export function standingChoices({ award, activities }: Grounds): Choices | null {
  const standing = readStandingChoice(award.student.standingChoice)
  if (!standing) return null
  const open = activities.filter(({ isDiscreet }) => !isDiscreet)
  const endorsements = open.flatMap(ground => ground.endorsements.filter(each => shownName(each) !== null))
  const evidence = open.flatMap(({ facts }) => facts.evidence)
  return {
    nameForm: standing.nameForm,
    named: standing.namesEndorsers ? endorsements.map(({ id }) => id) : [],
    evidence: standing.tellsEvidence ? evidence.map(({ id }) => id) : [],
    did: standing.did,
  }
}

function readStandingChoice(kept: unknown): StandingChoice | null {
  return kept === null ? null : StandingChoiceForm.parse(kept)
}
