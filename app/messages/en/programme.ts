/** Words of programmes: what they must state, and what keeps one from being published. */
export const programme = {
  level: { foundation: 'Foundation', intermediate: 'Intermediate', advanced: 'Advanced' },
  type: {
    MicroCredential: 'Micro-credential',
    CoCurricular: 'Co-curricular record',
    CommunityService: 'Community service',
    Badge: 'Badge',
  },
  element: {
    learner: 'Identification of the learner',
    title: 'Title',
    country: 'Country of the issuer',
    awardingBody: 'Awarding body',
    issueDate: 'Date of issuing',
    outcomes: 'Learning outcomes',
    workload: 'Notional workload',
    level: 'Level, or why none applies',
    assessment: 'Type of assessment',
    participation: 'Form of participation',
    qualityAssurance: 'Quality assurance',
    prerequisites: 'Prerequisites',
    supervision: 'Supervision and identity check',
    grade: 'Levels reached',
    stacking: 'What it leads to',
    furtherInformation: 'Where to ask',
    judgement: 'a competency judged by its rubric',
    assessor: 'a named assessor',
  },
  lacks: (elements: string[]) =>
    `This is not a micro-credential yet. Missing: ${elements.join(', ')}. Add them, or publish it under another type.`,
  lacksAtIssue: (elements: string[]) =>
    `This cannot be issued yet. Missing on the credential: ${elements.join(', ')}. The office can add it, then it goes on.`,
  fault: {
    empty: 'A group of requirements has nothing in it.',
    tooMany: 'A requirement asks for more than there is to choose from.',
    notPublished: 'A requirement or outcome points at something that is not published.',
    noSuchLevel: 'A requirement asks for a level that its framework does not have.',
    circle: 'The programme would ask for itself.',
    neverMatches: 'A requirement leaves out all work there can be.',
    sameKey: 'Two parts that can be set aside have the same key.',
    free: 'Somebody who did nothing would earn this. Ask for something.',
  },
}
