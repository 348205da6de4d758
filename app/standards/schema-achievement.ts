import { z } from 'zod'
import {
  Alignment,
  IdentifierEntry,
  IdentityObject,
  Image,
  extensible,
  language,
  listOf,
  moment,
  text,
  typed,
} from './schema-parts'
import { common, EndorsementCredential, has, Profile } from './schema-profile'

const RubricCriterionLevel = z.looseObject({
  id: text,
  type: typed('RubricCriterionLevel'),
  alignment: listOf(Alignment).optional(),
  description: text.optional(),
  level: text.optional(),
  name: text,
  points: text.optional(),
})

const ResultDescription = z.looseObject({
  id: text,
  type: typed('ResultDescription'),
  alignment: listOf(Alignment).optional(),
  allowedValue: listOf(text).optional(),
  name: text,
  requiredLevel: text.optional(),
  requiredValue: text.optional(),
  resultType: extensible(`
    GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result
    RubricCriterion RubricCriterionLevel RubricScore ScaledScore Status
  `),
  rubricCriterionLevel: listOf(RubricCriterionLevel).optional(),
  valueMax: text.optional(),
  valueMin: text.optional(),
})

export const Achievement = z.looseObject({
  id: text,
  type: typed('Achievement'),
  alignment: listOf(Alignment).optional(),
  achievementType: extensible(`
    Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge
    BachelorDegree Certificate CertificateOfCompletion Certification CommunityService Competency
    Course CoCurricular Degree Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment
    JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate
    QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential ResearchDoctorate
    SecondarySchoolDiploma
  `).optional(),
  creator: Profile.optional(),
  creditsAvailable: z.number().optional(),
  criteria: z.looseObject({ id: text.optional(), narrative: text.optional() }),
  description: text,
  endorsement: listOf(EndorsementCredential).optional(),
  fieldOfStudy: text.optional(),
  humanCode: text.optional(),
  image: Image.optional(),
  inLanguage: language.optional(),
  name: text,
  otherIdentifier: listOf(IdentifierEntry).optional(),
  related: listOf(
    z.looseObject({
      id: text,
      type: typed('Related'),
      inLanguage: language.optional(),
      version: text.optional(),
    }),
  ).optional(),
  resultDescription: listOf(ResultDescription).optional(),
  specialization: text.optional(),
  tag: listOf(text).optional(),
  version: text.optional(),
})

const Result = z.looseObject({
  type: typed('Result'),
  achievedLevel: text.optional(),
  alignment: listOf(Alignment).optional(),
  resultDescription: text.optional(),
  status: z
    .enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'])
    .optional(),
  value: text.optional(),
})

const AchievementSubject = z.looseObject({
  id: text.optional(),
  type: typed('AchievementSubject'),
  activityEndDate: moment.optional(),
  activityStartDate: moment.optional(),
  creditsEarned: z.number().optional(),
  achievement: Achievement,
  identifier: listOf(IdentityObject).optional(),
  image: Image.optional(),
  licenseNumber: text.optional(),
  narrative: text.optional(),
  result: listOf(Result).optional(),
  role: text.optional(),
  source: Profile.optional(),
  term: text.optional(),
})

export const AchievementCredential = z.looseObject({
  ...common,
  type: z
    .array(text)
    .refine(has('VerifiableCredential'))
    .refine(has('AchievementCredential', 'OpenBadgeCredential')),
  name: text.optional(),
  image: Image.optional(),
  credentialSubject: AchievementSubject,
  endorsement: listOf(EndorsementCredential).optional(),
  issuer: z.union([z.string(), Profile]),
})
