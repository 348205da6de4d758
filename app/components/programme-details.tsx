import type { ProgrammeDescription } from '~/domain/programme-description'
import { useWords, type Words } from '~/messages/messages'
import { Terms, type Term } from './table'

type Described = Omit<ProgrammeDescription, 'requirement' | 'names' | 'outcomes'>

export interface AwardingBody {
  name: string
  office: string
  accreditation: string | null
}

type Props = { programme: Described; body: AwardingBody; more?: readonly Term[] }

/** What a programme states about itself, in the order of the European standard elements. What it leaves empty is left out. */
export function ProgrammeDetails({ programme, body, more = [] }: Props) {
  const words = useWords()
  return <Terms terms={[...termsOf(programme, body, words), ...more].filter(({ value }) => value)} />
}

function termsOf(programme: Described, body: AwardingBody, { messages, format }: Words): Term[] {
  const { terms, credits, explained, months, withoutEnd, eqf, noEqf } = messages.catalogue
  const { level, type } = messages.programme
  const { eqfLevel, validityMonths } = programme
  return [
    { name: terms.awardingBody, value: format.list([body.name, body.office]) },
    { name: terms.accreditation, value: body.accreditation },
    { name: terms.type, value: type[programme.achievementType] },
    {
      name: terms.level,
      value: explained(`${level[programme.level]}, ${eqfLevel ? eqf(eqfLevel) : noEqf}`, programme.eqfBasis),
    },
    { name: terms.workload, value: format.hours(programme.workloadMinutes) },
    { name: terms.credit, value: programme.credits && explained(credits(programme.credits), programme.creditBasis ?? '') },
    { name: terms.assessment, value: programme.assessmentType },
    { name: terms.assessor, value: programme.assessor },
    { name: terms.participation, value: programme.participation },
    { name: terms.qualityAssurance, value: programme.qualityAssurance },
    { name: terms.supervision, value: programme.supervision },
    { name: terms.prerequisites, value: programme.prerequisites },
    { name: terms.leadsTo, value: programme.leadsTo },
    { name: terms.fee, value: programme.fee },
    { name: terms.validity, value: validityMonths ? months(validityMonths) : withoutEnd },
    { name: terms.contact, value: programme.contact },
  ]
}
