import type { DesignField } from '~/domain/design-fields'
import type { Design, OutcomeChoice } from '~/domain/design-page.server'
import type { Words } from '~/messages/messages'

type SaidField = Exclude<DesignField, 'requirement'>

/** Every field of a version in words, in the order of its form; empty where it says nothing. */
export function saidOf(design: Design, choices: readonly OutcomeChoice[], words: Words): Record<SaidField, string> {
  const { messages: { designFields, programme, catalogue }, format } = words
  const { workloadMinutes, credits, eqfLevel, validityMonths, reviewDate } = design
  return {
    title: design.title,
    level: programme.level[design.level],
    achievementType: programme.type[design.achievementType],
    description: design.description,
    criteria: design.criteria,
    outcomes: format.list(outcomesOf(design, choices, words)),
    workload: workloadMinutes > 0 ? format.hours(workloadMinutes) : '',
    credits: credits === null ? '' : format.number(credits),
    creditBasis: design.creditBasis ?? '',
    eqfLevel: eqfLevel === null ? designFields.noEqf : designFields.eqf(eqfLevel),
    eqfBasis: design.eqfBasis,
    assessmentType: design.assessmentType,
    assessor: design.assessor,
    participation: design.participation,
    qualityAssurance: design.qualityAssurance,
    supervision: design.supervision,
    prerequisites: design.prerequisites,
    leadsTo: design.leadsTo,
    fee: design.fee,
    validityMonths: validityMonths === null ? catalogue.withoutEnd : catalogue.months(validityMonths),
    reviewDate: reviewDate ? format.day(reviewDate) : '',
    contact: design.contact,
  }
}

/** As they are written out above. */
export const fieldsSaid = (said: Record<SaidField, string>) => Object.keys(said) as SaidField[]

function outcomesOf({ outcomes }: Design, choices: readonly OutcomeChoice[], { messages }: Words) {
  return outcomes.flatMap(({ competencyId, levelId }) => {
    const competency = choices.find(({ id }) => id === competencyId)
    const level = competency?.levels.find(({ id }) => id === levelId)
    return competency && level ? messages.designFields.atLevel(competency.name, level.name) : []
  })
}
