import type { FormPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { Heading } from './endorser-frame'
import { LetterNote } from './letter'

/** Who asks, in their own words, and the ways out before anything is typed. */
export function EndorserLetter({ page, path }: { page: FormPage; path: string }) {
  const { letter } = useMessages().endorse
  const { student, studyProgramme, house, facts, endorser, message, handedOverBy } = page
  return (
    <>
      <Heading
        above={letter.above(endorser.name)}
        below={
          <>
            <p>
              {studyProgramme
                ? letter.studies(student.name, studyProgramme, house.name)
                : letter.student(student.name, house.name)}
            </p>
            {handedOverBy && <p>{letter.handedOver(handedOverBy)}</p>}
          </>
        }
      >
        {letter.heading(student.name, facts.organisation)}
      </Heading>
      {message && <LetterNote from={student.name}>{message}</LetterNote>}
      <p className="label mt-6 mb-2">{letter.instead}</p>
      <div className="pb-7">
        <WaysOut path={path} student={student.firstName} />
      </div>
    </>
  )
}

export function WaysOut({ path, student }: { path: string; student: string }) {
  const { letter } = useMessages().endorse
  const ways = [
    { to: 'question', words: letter.question(student) },
    { to: 'return', words: letter.ask(student) },
    { to: 'hand-over', words: letter.handOver },
    { to: 'decline', words: letter.decline },
    { to: 'stop', words: letter.stop },
    { to: 'concern', words: letter.concern },
  ]
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {ways.map(({ to, words }) => (
        <li key={to}>
          <a className="link inline-block py-1 text-sm" href={`${path}/${to}`}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}
