import type { PersonPage } from '~/domain/person-page.server'
import { useWords } from '~/messages/messages'
import { Section } from './section'
import { Terms } from './table'

/** Both names, every address, and what they study. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const { messages, format } = useWords()
  const { person: words } = messages.peopleDesk
  const { officialName, usedName, addresses, createdAt, enrolments } = person
  const terms = [
    { name: words.officialName, value: officialName },
    { name: words.usedName, value: usedName },
    { name: words.addresses, value: <Addresses addresses={addresses} /> },
    { name: words.since, value: format.day(format.dayOf(createdAt)) },
    ...(enrolments.length > 0 ? [{ name: words.studies, value: <Studies enrolments={enrolments} /> }] : []),
  ]
  return (
    <Section title={words.who}>
      <Terms terms={terms} />
    </Section>
  )
}

function Addresses({ addresses }: Pick<PersonPage, 'addresses'>) {
  const { person, noAddress } = useWords().messages.peopleDesk
  if (addresses.length === 0) return noAddress
  return (
    <ul>
      {addresses.map(({ id, address, confirmedAt }) => (
        <li key={id}>
          {address}
          {!confirmedAt && <span className="text-ink-soft"> ({person.unconfirmed})</span>}
        </li>
      ))}
    </ul>
  )
}

function Studies({ enrolments }: Pick<PersonPage, 'enrolments'>) {
  const { person } = useWords().messages.peopleDesk
  return (
    <ul className="grid gap-2">
      {enrolments.map(({ id, studyProgramme, unit, studentNumber, entryYear, attendance, status }) => (
        <li key={id}>
          {person.study(studyProgramme, unit.name)}
          <p className="label num">
            {person.enrolled(studentNumber, entryYear, person.attendance[attendance], person.status[status])}
          </p>
        </li>
      ))}
    </ul>
  )
}
