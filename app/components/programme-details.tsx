import type { Sheet } from '~/domain/credential'
import type { ProgrammeDescription } from '~/domain/programme-description'
import { elementsOf } from '~/domain/sheet-words'
import { useWords } from '~/messages/messages'
import { Terms, type Term } from './table'

type Props = { programme: ProgrammeDescription; issuer: Sheet['issuer']; accreditation: string | null }

/** What a programme states about itself: the European standard elements, and what a student asks besides. */
export function ProgrammeDetails({ programme, issuer, accreditation }: Props) {
  const words = useWords()
  const { terms, months, withoutEnd } = words.messages.catalogue
  const { validityMonths, fee, type } = programme
  const others: Term[] = [
    { name: terms.type, value: words.messages.programme.type[type] },
    { name: terms.validity, value: validityMonths ? months(validityMonths) : withoutEnd },
    { name: terms.fee, value: fee },
    { name: terms.accreditation, value: accreditation },
  ]
  return (
    <Terms terms={[...elementTerms({ programme, issuer }, words), ...others.filter(({ value }) => value)]} />
  )
}

export function elementTerms(
  sheet: Pick<Sheet, 'programme' | 'issuer'>,
  words: ReturnType<typeof useWords>,
): Term[] {
  return elementsOf(sheet, words).map(({ term, meaning }) => ({ name: term, value: meaning }))
}
