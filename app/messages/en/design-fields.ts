import type { DesignField } from '~/domain/design-fields'

interface FieldWords {
  label: string
  hint?: string
}

const fields: Record<DesignField, FieldWords> = {
  title: { label: 'Title', hint: 'As it stands on the credential. Short, and what one would say aloud.' },
  level: { label: 'Level' },
  achievementType: {
    label: 'Type',
    hint: 'A micro-credential must state all mandatory elements and judge at least one competency by its rubric.',
  },
  description: { label: 'Description', hint: 'What the holder did and what that shows, in two or three sentences.' },
  criteria: {
    label: 'Criteria in words',
    hint: 'What it takes, as an employer should read it. The exact requirement is built on its own page.',
  },
  outcomes: {
    label: 'Learning outcomes',
    hint: 'Competencies at the level the holder reaches. Leave a line empty to take it away.',
  },
  requirement: { label: 'What it takes' },
  workload: {
    label: 'Notional workload',
    hint: 'In hours, such as 25 or 37:30: what somebody usually needs. The hours that were confirmed stand on each credential apart.',
  },
  credits: { label: 'Credit', hint: 'In ECTS points, where there is any.' },
  creditBasis: { label: 'Basis of the credit, or why there is none', hint: 'Say how the points follow from the workload.' },
  eqfLevel: { label: 'EQF level' },
  eqfBasis: {
    label: 'Basis of the level, or why none applies',
    hint: 'The national framework with its number, or “declared by the institution”.',
  },
  assessmentType: { label: 'Type of assessment', hint: 'How is it found out whether somebody can do it?' },
  assessor: { label: 'Assessor', hint: 'The office or body that answers for the judgement.' },
  participation: { label: 'Form of participation', hint: 'On site, online, blended.' },
  qualityAssurance: { label: 'Quality assurance', hint: 'Who checks the programme and by which rules.' },
  supervision: { label: 'Supervision and identity check', hint: 'How one knows that the holder did it.' },
  prerequisites: { label: 'Prerequisites', hint: 'What somebody needs before they begin, or “none”.' },
  leadsTo: { label: 'What it leads to', hint: 'Programmes it counts towards, or studies that recognise it.' },
  fee: { label: 'Fee', hint: 'What the holder pays, or “none”.' },
  validityMonths: { label: 'Valid for, in months', hint: 'Empty: without end.' },
  reviewDate: { label: 'To be looked at again by', hint: 'The day by which somebody checks whether it is still right.' },
  contact: { label: 'Where to ask', hint: 'An address or a mailbox that outlives whoever runs it now.' },
}

export const designFieldWords = {
  of: fields,
  groups: {
    what: 'What it is',
    whatNote: 'The title and the description stand in the catalogue and on every credential.',
    outcomes: 'What the holder can do',
    size: 'How much work, at what level',
    sizeNote: 'One ECTS point stands for 25 to 30 hours. A programme can do without credit, and without a level of the EQF, if it says why.',
    quality: 'How it is judged',
    around: 'Around it',
  },
  noOutcome: 'No outcome on this line',
  outcomeAt: (line: number) => `Outcome ${line}`,
  moreOutcomes: 'Another outcome',
  atLevel: (competency: string, level: string) => `${competency}: ${level}`,
  eqf: (level: number) => `EQF ${level}`,
  noEqf: 'Not applicable, for the reason below',
}
