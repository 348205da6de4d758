import { Form as PlainForm } from '@remix-run/react'
import type { ActivityPage } from '~/domain/activity-page.server'
import { useMessages } from '~/messages/messages'
import { HiddenFields } from './inputs'
import { Note } from './section'

/** A better name from whoever was not the right person. Nobody new is mailed before the student says so. */
export function ActivitySuggestions({ page: { activity, suggestions } }: { page: ActivityPage }) {
  const { suggestion, student } = useMessages().between
  return suggestions.map(({ requestId, by, name, address }) => (
    <div key={requestId} className="mt-7 max-w-3xl">
      <Note tone="sky">
        <p className="font-medium break-words">
          {suggestion.told(by || student.somebody, name, address)}
        </p>
        <p className="mt-1">{suggestion.follows}</p>
        <PlainForm
          method="post"
          action={`/activities/${activity.id}/suggestion?request=${requestId}`}
          className="mt-3 flex flex-wrap gap-2"
        >
          <HiddenFields values={{ revision: activity.revision }} />
          <SuggestionButtons />
        </PlainForm>
      </Note>
    </div>
  ))
}

export function SuggestionButtons() {
  const { suggestion } = useMessages().between
  return (
    <>
      <button className="btn btn-primary btn-small" name="then" value="ask">
        {suggestion.ask}
      </button>
      <button className="btn btn-second btn-small" name="then" value="leave">
        {suggestion.leave}
      </button>
    </>
  )
}
