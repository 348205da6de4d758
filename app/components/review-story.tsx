import type { ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { EvidenceHeld } from './evidence-held'
import { HeatMap } from './heat-map'

/** The student's own account of the version in question, and what it rests on. */
export function ReviewStory({ page: { id, facts, evidence } }: { page: ReviewPage }) {
  const { messages, format } = useWords()
  const { story } = messages.review
  const { reflection } = messages.endorse.story
  const flags = [
    ...(['isPaid', 'isCreditBearing', 'isMandatory'] as const)
      .filter(flag => facts[flag])
      .map(flag => story[flag]),
    ...(facts.sensitivity === 'normal' ? [] : [story.sensitivity[facts.sensitivity]]),
  ]
  return (
    <>
      {facts.narrative && <p className="whitespace-pre-line">{facts.narrative}</p>}
      {parts
        .filter(part => facts.reflection[part])
        .map(part => (
          <div key={part} className="mt-3">
            <h4>{reflection[part]}</h4>
            <p className="whitespace-pre-line">{facts.reflection[part]}</p>
          </div>
        ))}
      {flags.length > 0 && <p className="label mt-3">{flags.join(' ')}</p>}
      {facts.timeEntries.length > 0 && (
        <div className="mt-6">
          <h4 className="mb-2">{story.time}</h4>
          <HeatMap
            entries={facts.timeEntries}
            label={story.days(format.hours(facts.minutes), facts.timeEntries.length)}
          />
        </div>
      )}
      <h4 className="mt-6 mb-2">{story.evidence}</h4>
      <EvidenceHeld evidence={evidence} under={`/activities/${id}/evidence`} />
    </>
  )
}

const parts = ['situation', 'task', 'action', 'result', 'learning'] as const
