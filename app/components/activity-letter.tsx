import type { EndorsementInFull } from '~/domain/activity-page.server'
import { shownName } from '~/domain/endorsement'
import { useWords } from '~/messages/messages'
import { Assurance } from './assurance'
import { Icon } from './icon'
import { Letter } from './letter'

type Props = { endorsement: EndorsementInFull; institution: string }

/** What somebody confirmed, in their words, with what they put right. */
export function ActivityLetter({ endorsement, institution }: Props) {
  const { messages, format } = useWords()
  const { letters } = messages.activity
  const {
    confirmedMinutes,
    confirmedRole,
    confirmedStart,
    confirmedEnd,
    revision,
    organisation,
    roleTitle,
    endorsedAt,
  } = endorsement
  const name = shownName(endorsement)
  const hours = format.hours(confirmedMinutes)
  return (
    <Letter
      title={letters.of(endorsement.name)}
      head={organisation}
      day={format.day(format.dayOf(endorsedAt))}
      {...(name && { signature: name })}
      role={messages.endorsement.roleAt(roleTitle, organisation)}
      assurance={
        <Assurance
          identity={endorsement.assurance}
          messages={messages}
          institution={institution}
          domain={endorsement.domain}
        />
      }
      foot={
        <>
          <span>
            <Icon name="lock" size={16} />
            {letters.version(revision.number)}
          </span>
          <span>
            <Icon name="stamp" size={16} />
            {letters.recorded(format.moment(endorsedAt))}
          </span>
        </>
      }
    >
      {endorsement.endorsementComment}
      <p className="mt-4">
        {letters.confirmed(hours, confirmedRole, format.period(confirmedStart, confirmedEnd))}{' '}
        {confirmedMinutes !== revision.minutes && letters.corrected(hours, format.hours(revision.minutes))}
      </p>
    </Letter>
  )
}
