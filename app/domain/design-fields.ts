import type { Lack } from './programme'

/** What a programme says, in the order of its form; comments and differences are about one of these. */
export const designFields = [
  'title', 'level', 'achievementType', 'description', 'criteria', 'outcomes', 'requirement', 'workload', 'credits',
  'creditBasis', 'eqfLevel', 'eqfBasis', 'assessmentType', 'assessor', 'participation', 'qualityAssurance',
  'supervision', 'prerequisites', 'leadsTo', 'fee', 'validityMonths', 'reviewDate', 'contact',
] as const
export type DesignField = (typeof designFields)[number]

/** Where a missing element is written; nothing for what the institution says or what is set at issue. */
export const fieldOfElement: Partial<Record<Lack, DesignField>> = {
  title: 'title',
  outcomes: 'outcomes',
  workload: 'workload',
  level: 'eqfBasis',
  assessment: 'assessmentType',
  participation: 'participation',
  qualityAssurance: 'qualityAssurance',
  prerequisites: 'prerequisites',
  supervision: 'supervision',
  grade: 'outcomes',
  stacking: 'leadsTo',
  furtherInformation: 'contact',
  judgement: 'requirement',
  assessor: 'assessor',
}
