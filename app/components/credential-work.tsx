import type { Sheet, SheetActivity } from '~/domain/credential'
import { useWords } from '~/messages/messages'
import { Section } from './section'

/** The approved activities it rests on, by public title, months and confirmed time. */
export function CredentialWork({
  sheet: { activities, minutes },
}: {
  sheet: Pick<Sheet, 'activities' | 'minutes'>
}) {
  const { messages, format } = useWords()
  const { credential } = messages
  return (
    <Section title={credential.rests} note={credential.restsNote(format.hours(minutes))}>
      <table className="table">
        <caption className="sr-only">{credential.rests}</caption>
        <thead>
          <tr>
            <th scope="col">{credential.activity}</th>
            <th scope="col" className="max-sm:hidden">
              {credential.period}
            </th>
            <th scope="col" className="end">
              {credential.hours}
            </th>
          </tr>
        </thead>
        <tbody>
          {activities.map((activity, at) => (
            <WorkRow key={at} activity={activity} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function WorkRow({
  activity: { title, role, organisation, from, to, minutes, evidence },
}: {
  activity: SheetActivity
}) {
  const { messages, format } = useWords()
  const standing = [role !== title && role, organisation].filter(Boolean).join(', ')
  const months = format.months(from, to)
  return (
    <tr>
      <th scope="row">
        {title}
        {standing && <span className="label block">{standing}</span>}
        <span className="label num block sm:hidden">{months}</span>
        {evidence.length > 0 && (
          <span className="label block">{messages.credential.evidence(format.list(evidence))}</span>
        )}
      </th>
      <td className="num max-sm:hidden">{months}</td>
      <td className="end whitespace-nowrap">{format.hours(minutes)}</td>
    </tr>
  )
}
