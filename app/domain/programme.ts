import { parts, type Requirement } from './requirement'

export type ProgrammeStatus = 'draft' | 'inReview' | 'published' | 'retired'

export const programmeLevels = ['foundation', 'intermediate', 'advanced'] as const
export type ProgrammeLevel = (typeof programmeLevels)[number]

export const achievementTypes = ['MicroCredential', 'CoCurricular', 'CommunityService', 'Badge'] as const
export type AchievementType = (typeof achievementTypes)[number]

/** What the European standard elements and the rule of micro-credentials look at. */
export interface Described {
  achievementType: AchievementType
  title: string
  requirement: Requirement
  outcomes: readonly unknown[]
  workloadMinutes: number
  eqfLevel: number | null
  /** The national framework, "institution-declared", or why no level applies. */
  eqfBasis: string
  assessmentType: string
  assessor: string
  participation: string
  qualityAssurance: string
  supervision: string
  prerequisites: string
  leadsTo: string
  contact: string
}

interface AwardingBody {
  legalName: string
  country: string
}

/** Annex I of Recommendation 2022/C 243/02: eleven elements a micro-credential must state. */
const mandatoryElements = [
  'learner', 'title', 'country', 'awardingBody', 'issueDate', 'outcomes', 'workload', 'level', 'assessment',
  'participation', 'qualityAssurance',
] as const
/** And five it may. */
type OptionalElement = 'prerequisites' | 'supervision' | 'grade' | 'stacking' | 'furtherInformation'
export type StandardElement = (typeof mandatoryElements)[number] | OptionalElement

/** In the programme, with the institution, or when a credential is issued. */
export type SaidBy = 'programme' | 'institution' | 'issue'

export interface ElementState {
  element: StandardElement
  isMandatory: boolean
  saidBy: SaidBy
  isComplete: boolean
}

/** `holder` is said when a credential is issued; before that, that there will be one is taken for granted. */
export function standardElements(
  programme: Omit<Described, 'requirement'>, body: AwardingBody, holder = 'somebody',
): ElementState[] {
  const state = (element: StandardElement, saidBy: SaidBy, isComplete: boolean): ElementState => ({
    element, saidBy, isComplete, isMandatory: mandatoryElements.some(mandatory => mandatory === element),
  })
  const says = (element: StandardElement, text: string) => state(element, 'programme', text.trim() !== '')
  return [
    state('learner', 'issue', holder.trim() !== ''),
    says('title', programme.title),
    state('country', 'institution', body.country !== ''),
    state('awardingBody', 'institution', body.legalName !== ''),
    state('issueDate', 'issue', true),
    state('outcomes', 'programme', programme.outcomes.length > 0),
    state('workload', 'programme', programme.workloadMinutes > 0),
    says('level', programme.eqfBasis),
    says('assessment', programme.assessmentType),
    says('participation', programme.participation),
    says('qualityAssurance', programme.qualityAssurance),
    says('prerequisites', programme.prerequisites),
    says('supervision', programme.supervision),
    state('grade', 'issue', programme.outcomes.length > 0),
    says('stacking', programme.leadsTo),
    says('furtherInformation', programme.contact),
  ]
}

/** By convention one ECTS point is 25 to 30 hours of work (ECTS Users’ Guide 2015). */
export function fitsCredits(workloadMinutes: number, credits: number | null): boolean {
  if (!credits) return true
  return workloadMinutes >= credits * 25 * 60 && workloadMinutes <= credits * 30 * 60
}

export type Lack = StandardElement | 'judgement' | 'assessor'

/** What keeps a programme from being called a micro-credential; under another name it may be published. */
export function microCredentialLacks(programme: Described, body: AwardingBody): Lack[] {
  const elements = standardElements(programme, body)
  const missing = elements.filter(({ isMandatory, isComplete }) => isMandatory && !isComplete)
  const kinds = [...parts(programme.requirement)].map(({ requirement: { kind } }) => kind)
  const isJudged = kinds.includes('competency') || kinds.includes('breadth')
  return [
    ...missing.map(({ element }) => element),
    ...(isJudged ? [] : (['judgement'] as const)),
    ...(programme.assessor.trim() === '' ? (['assessor'] as const) : []),
  ]
}
