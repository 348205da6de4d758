import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { ActivityAccount } from '~/components/activity-account'
import { ActivityActions } from '~/components/activity-actions'
import { ActivityAppeal } from '~/components/activity-appeal'
import { ActivityLetter } from '~/components/activity-letter'
import { ActivityNote } from '~/components/activity-note'
import { ActivityPeriods } from '~/components/activity-periods'
import { ActivitySuggestions } from '~/components/activity-suggestions'
import { ActivityThreads } from '~/components/activity-threads'
import { ActivityTime } from '~/components/activity-time'
import { ActivityTrack } from '~/components/activity-track'
import { ClaimsAndEvidence } from '~/components/claims-and-evidence'
import { HistoryList } from '~/components/history-list'
import { Crumbs, PageTitle } from '~/components/page-title'
import { RequestList } from '~/components/request-list'
import { Section } from '~/components/section'
import { SupportList } from '~/components/support-list'
import { titled } from '~/components/titled'
import { WrittenHeld, WrittenInstead } from '~/components/written-held'
import { findActivityPage } from '~/domain/activity-page.server'
import { requirePerson } from '~/lib/session.server'
import type { loader as root } from '~/root'
import { useWords } from '~/messages/messages'

export const meta = titled<typeof loader>(({ activity }, data) => data?.activity.title ?? activity.list.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  return findActivityPage(student, params.activityId)
}

export default function Activity() {
  const page = useLoaderData<typeof loader>()
  const {
    messages: { activity: words, log, versions },
    format,
  } = useWords()
  const { activity, endorsements, counted, correction } = page
  const { activityStartDate: from, activityEndDate: to, participation } = activity
  const facts = [
    from && format.period(from, to),
    words.participation[participation],
    correction && (counted ?? correction.minutes) === correction.minutes
      ? words.hoursCorrected(format.hours(correction.minutes), correction.by, format.hours(activity.minutes))
      : counted !== null && words.hoursCounted(format.hours(counted)),
  ]
  return (
    <>
      <PageTitle
        above={
          <Crumbs
            back={{ to: '/activities', words: words.list.page }}
            here={log.category[activity.category]}
          />
        }
        below={facts.filter(Boolean).join(', ')}
        actions={<ActivityActions activity={activity} />}
      >
        {words.named(activity.title, activity.organisation)}
      </PageTitle>
      <div className="border-t border-line py-7">
        <ActivityTrack page={page} />
        <ActivityNote page={page} />
        <ActivityAppeal page={page} />
        <ActivitySuggestions page={page} />
        {page.canBeWritten && <WrittenInstead id={activity.id} />}
      </div>
      <ActivityThreads page={page} />
      {endorsements.length > 0 && <Letters page={page} />}
      <WrittenHeld activity={activity} />
      <ClaimsAndEvidence page={page} />
      <ActivityAccount activity={activity} />
      <ActivityPeriods periods={page.periods} hereId={activity.id} />
      <ActivityTime page={page} />
      <SupportList supports={page.supports} towards={page.towards} />
      {activity.requests.length > 0 && <RequestList activity={activity} />}
      <HistoryList lines={page.history}>
        {activity.revisions.length > 1 && (
          <a className="link" href={`/activities/${activity.id}/versions`}>
            {versions.see}
          </a>
        )}
      </HistoryList>
    </>
  )
}

function Letters({ page: { endorsements } }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { letters } = useWords().messages.activity
  const institution = useRouteLoaderData<typeof root>('root')?.institution ?? ''
  return (
    <Section title={endorsements.length === 1 ? letters.title : letters.titleMany} note={letters.note}>
      <div className="grid gap-6">
        {endorsements.map(endorsement => (
          <ActivityLetter key={endorsement.id} endorsement={endorsement} institution={institution} />
        ))}
      </div>
    </Section>
  )
}
