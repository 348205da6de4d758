import { givenName, type Role } from '~/domain/people'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import type { IconName } from './icon'
import { PageTitle } from './page-title'
import { Section } from './section'
import type { StatusTone } from './status'
import { TaskRow } from './task-row'

type Props = {
  name: string
  /** Counts; null where the person's roles have nothing to do with it. */
  desk: Record<Count, number | null>
  roles: readonly Role[]
  /** Not beside a student's own home. */
  isMain: boolean
}

type Count = 'waiting' | 'appeals' | 'requests' | 'drafts' | 'offers' | 'corrections' | 'concerns' | 'invitations' | 'letters'

type Duty = { icon: IconName; tone?: StatusTone; title: string; note: string; to: string; words: string }

/** What waits for somebody who works here, and the way to it. */
export function DeskHome({ name, desk, roles, isMain }: Props) {
  const {
    messages: {
      home: { desk: words },
    },
    format,
  } = useWords()
  const duties = dutiesOf(desk, words)
  return (
    <>
      {isMain && (
        <PageTitle above={format.weekday(format.today)}>
          {words.heading(givenName(name), waitingAt(desk))}
        </PageTitle>
      )}
      <Section title={words.title}>
        {duties.length === 0 && <Nothing roles={roles} words={words} />}
        <ul className="rows">
          {duties.map((duty, at) => (
            <TaskRow
              key={duty.to}
              icon={duty.icon}
              tone={duty.tone ?? 'amber'}
              title={duty.title}
              note={duty.note}
              action={
                <LinkButton tone={at === 0 && isMain ? 'primary' : 'second'} to={duty.to}>
                  {duty.words}
                </LinkButton>
              }
            />
          ))}
        </ul>
      </Section>
    </>
  )
}

/** What is theirs to do, and nobody else's. */
function waitingAt({ waiting, appeals, requests, drafts, corrections, concerns, letters }: Props['desk']) {
  return [waiting, appeals, requests, drafts, corrections, concerns, letters].reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** What their roles are for, so that an empty desk is not a riddle. */
function Nothing({ roles, words }: { roles: readonly Role[]; words: Words }) {
  return (
    <div className="grid max-w-[62ch] gap-3">
      {roles.map(role => {
        const { can, to, action } = words.can[role]
        return (
          <p key={role}>
            {can}{' '}
            {to && (
              <a className="link" href={to}>
                {action}
              </a>
            )}
          </p>
        )
      })}
      <p className="label">{words.none}</p>
    </div>
  )
}

type Words = ReturnType<typeof useWords>['messages']['home']['desk']

function dutiesOf(desk: Props['desk'], words: Words): Duty[] {
  const { waiting, appeals, requests, drafts, offers, corrections, concerns, invitations, letters } = desk
  const duties: (Duty | false | null | 0)[] = [
    waiting && {
      icon: 'scan-eye',
      title: words.review(waiting),
      note: words.reviewNote,
      to: '/review',
      words: words.toReview,
    },
    appeals && {
      icon: 'scale',
      title: words.appeals(appeals),
      note: words.appealsNote,
      to: '/appeals',
      words: words.toAppeals,
    },
    requests && {
      icon: 'inbox',
      title: words.requests(requests),
      note: words.requestsNote,
      to: '/requests',
      words: words.toRequests,
    },
    drafts && {
      icon: 'milestone',
      title: words.drafts(drafts),
      note: words.draftsNote,
      to: '/design',
      words: words.toDrafts,
    },
    offers && {
      icon: 'stamp',
      title: words.offers(offers),
      note: words.offersNote,
      to: '/awards',
      words: words.toAwards,
    },
    corrections && {
      icon: 'rotate-ccw',
      title: words.corrections(corrections),
      note: words.correctionsNote,
      to: '/corrections',
      words: words.toCorrections,
    },
    concerns && {
      icon: 'flag',
      title: words.concerns(concerns),
      note: words.concernsNote,
      to: '/concerns',
      words: words.toConcerns,
    },
    letters && letterDuty(letters, words),
    invitations !== null && {
      icon: 'users',
      tone: invitations === 0 ? 'soft' : 'amber',
      title: words.people(invitations),
      note: words.peopleNote,
      to: '/people',
      words: words.toPeople,
    },
    letters === 0 && letterDuty(letters, words),
  ]
  return duties.filter(duty => duty !== null && duty !== 0 && duty !== false)
}

const letterDuty = (letters: number, words: Words): Duty => ({
  icon: 'mail',
  tone: letters === 0 ? 'soft' : 'amber',
  title: words.letters(letters),
  note: words.lettersNote,
  to: '/mail',
  words: words.toLetters,
})
