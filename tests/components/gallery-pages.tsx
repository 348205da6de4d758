import { AskOnce } from '~/components/ask-once'
import { LinkButton, SubmitButton } from '~/components/button'
import { CredentialSheet, ValidityBand } from '~/components/credential-sheet'
import { ProgressCard } from '~/components/progress-card'
import { RangeBar } from '~/components/range-bar'
import { Section } from '~/components/section'
import { statusOf } from '~/components/status'
import { Steps } from '~/components/steps'
import { HeldRow, TaskRow } from '~/components/task-row'
import { useWords } from '~/messages/messages'

const emblem = {
  seed: 'inclusive',
  title: 'Inclusive Leadership',
  issuer: 'Northbridge University',
  level: 2,
}

/** What the larger pages open with. */
export function Pages() {
  const words = useWords()
  return (
    <>
      <Section title="Needs you" note="Both can be done in a few minutes.">
        <ul className="rows">
          <TaskRow
            icon="message-circle-question-mark"
            tone="sky"
            title="Eleni Papadaki has a question"
            note="Shift lead, Shoreline Food Bank, asked on Monday"
            action={
              <LinkButton to="/activities/1" tone="primary">
                Answer
              </LinkButton>
            }
          >
            “Which weeks were you on the floor, and which at the store?”
          </TaskRow>
          <TaskRow
            icon="pencil-line"
            title="Finish your draft"
            note="Nightline"
            action={<LinkButton to="/activities/2">Continue</LinkButton>}
          />
        </ul>
      </Section>
      <Section title="With others" note="Who holds it, and since when.">
        <ul className="rows">
          <HeldRow
            title="Treasurer, Debating Society"
            href="/activities/3"
            note="46 h, 3 claims"
            status={statusOf(words, 'activity', 'submitted', {
              who: 'Ben Ortiz',
              at: '2026-05-19T09:00:00Z',
            })}
            more="He usually answers within 4 days"
            action={
              <SubmitButton tone="second" isSmall>
                Remind
              </SubmitButton>
            }
          />
          <HeldRow
            title="Volunteer steward, City Half Marathon"
            href="/activities/4"
            note="9 h, 1 claim"
            status={statusOf(words, 'request', 'undeliverable', { who: 'the race office' })}
          />
        </ul>
      </Section>
      <Section title="Programmes">
        <ul className="grid gap-8 md:grid-cols-3">
          {['Inclusive Leadership', 'Community Partnership', 'Sustainable Campus'].map(title => (
            <ProgressCard
              key={title}
              title={title}
              href="/programmes/1"
              level="Intermediate"
              arcs={[{ state: 'met' }, { state: 'met' }, { state: 'waiting' }]}
              figure="2"
              measure="of 3"
              label={`${title}: 2 of 3 requirements met, 1 waiting`}
            >
              One piece is missing: <b>Coordinating others</b>, seen by a second person. Ben Ortiz can give
              it.
            </ProgressCard>
          ))}
        </ul>
      </Section>
      <Section title="A long form">
        <Steps
          label="Steps"
          steps={[
            { name: 'What', at: 'done', href: '/activities/1' },
            { name: 'When', at: 'current' },
            { name: 'Who saw it', at: 'next' },
          ]}
        />
        <RangeBar value={46} most={80} usual={[40, 60]} label="46 hours; usual for this role are 40 to 60" />
      </Section>
      <CredentialSheet
        emblem={emblem}
        before="Northbridge University certifies that"
        holder="Chidi Okafor"
        between="has earned the micro-credential"
        title="Inclusive Leadership"
        facts={[
          { name: 'Level', value: 'Intermediate' },
          { name: 'Workload', value: '75 h, 3 ECTS' },
          { name: 'Awarded', value: '2 May 2026' },
          { name: 'Valid', value: 'without end' },
        ]}
        band={
          <ValidityBand
            state="valid"
            word="Valid"
            link={
              <a className="link" href="/verify">
                Check it yourself
              </a>
            }
          >
            Signed by Northbridge University, unchanged, not revoked. Checked 21 May 2026, 14:32.
          </ValidityBand>
        }
      />
      <Section title="Asking once">
        <AskOnce
          title="Revoke Inclusive Leadership of Chidi Okafor?"
          follows="From then on every check says so, with your reason."
        >
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton tone="danger">Revoke it</SubmitButton>
            <a className="quiet-link py-1" href="/credentials">
              Keep it valid
            </a>
          </div>
        </AskOnce>
      </Section>
    </>
  )
}
