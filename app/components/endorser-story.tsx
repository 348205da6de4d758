import type { FormPage } from '~/domain/endorser-page.server'
import { useWords } from '~/messages/messages'
import { Part } from './endorser-frame'
import { EvidenceHeld } from './evidence-held'
import { Disclosure } from './section'
import { Table, Terms } from './table'

/** What the student put on record, whole, before anything is asked. */
export function EndorserStory({ page, path }: { page: FormPage; path: string }) {
  const { messages, format } = useWords()
  const { story } = messages.endorse
  const { facts, student, evidence } = page
  const terms = [
    { name: story.activity, value: facts.title },
    { name: story.role, value: facts.role },
    { name: story.when, value: format.period(facts.activityStartDate, facts.activityEndDate) },
    { name: story.time, value: format.hours(facts.minutes) },
  ]
  const flags = (['isPaid', 'isCreditBearing', 'isMandatory'] as const).filter(flag => facts[flag])
  return (
    <Part title={story.title(student.firstName)}>
      <Terms terms={terms} />
      {flags.map(flag => (
        <p key={flag} className="mt-3">
          {story.flags[flag]}
        </p>
      ))}
      {facts.narrative && <p className="quote mt-5">{facts.narrative}</p>}
      <Reflection facts={facts} />
      {facts.timeEntries.length > 0 && <Days facts={facts} />}
      <h3 className="mt-7 mb-3">{story.evidence}</h3>
      <EvidenceHeld evidence={evidence} under={`${path}/evidence`} />
    </Part>
  )
}

const parts = ['situation', 'task', 'action', 'result', 'learning'] as const

function Reflection({ facts }: { facts: FormPage['facts'] }) {
  const { reflection } = useWords().messages.endorse.story
  return parts
    .filter(part => facts.reflection[part])
    .map(part => (
      <div key={part} className="mt-4">
        <h3>{reflection[part]}</h3>
        <p className="whitespace-pre-line">{facts.reflection[part]}</p>
      </div>
    ))
}

function Days({ facts: { timeEntries } }: { facts: FormPage['facts'] }) {
  const { messages, format } = useWords()
  const { story } = messages.endorse
  return (
    <div className="mt-5">
      <Disclosure summary={story.days}>
        <Table
          caption={story.days}
          isSmall
          columns={[{ title: story.day }, { title: story.spent, isEnd: true }, { title: story.note }]}
          rows={timeEntries.map(({ day, minutes, note }, at) => ({
            key: `${day} ${at}`,
            cells: [format.weekday(day), format.hours(minutes), note],
          }))}
        />
      </Disclosure>
    </div>
  )
}
