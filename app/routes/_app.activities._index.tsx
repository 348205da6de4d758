import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form as PlainForm, useLoaderData } from '@remix-run/react'
import { ActivityList } from '~/components/activity-list'
import { LinkButton, SubmitButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { Empty, Section } from '~/components/section'
import { titled } from '~/components/titled'
import { listActivities } from '~/domain/activity-list.server'
import { mayLogActivities } from '~/domain/policy'
import { standingOf } from '~/domain/standing'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.list.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const asked = new URL(request.url).searchParams
  const search = asked.get('q')?.slice(0, 100) ?? ''
  const before = asked.get('before')
  const { rows, older, reviewers } = await listActivities(student, { before, search })
  const activities = rows.map(row => ({
    id: row.id,
    title: row.title,
    organisation: row.organisation,
    minutes: row.confirmedMinutes ?? row.minutes,
    from: row.activityStartDate,
    to: row.activityEndDate,
    ...standingOf(row, reviewers),
  }))
  return {
    activities,
    search,
    older: older && `?${new URLSearchParams({ ...(search && { q: search }), before: older })}`,
    isFirst: !before,
  }
}

export default function Activities() {
  const { activities, search, older, isFirst } = useLoaderData<typeof loader>()
  const { list } = useMessages().activity
  if (activities.length === 0 && !search && isFirst) return <NothingYet />
  const heading = search
    ? list.found(activities.length, search)
    : isFirst
    ? list.heading(activities.length, older !== null)
    : list.olderHeading
  return (
    <>
      <PageTitle>{heading}</PageTitle>
      <div className="border-t border-line pb-12 pt-6">
        <Search search={search} />
        <ActivityList activities={activities} />
        <Pager olderHref={older} newestHref={isFirst ? null : '/activities'} />
      </div>
    </>
  )
}

function Search({ search }: { search: string }) {
  const { list } = useMessages().activity
  return (
    <PlainForm
      method="get"
      action="/activities"
      role="search"
      className="mb-4 flex flex-wrap items-center gap-3"
    >
      <input
        className="input min-w-0 max-w-sm flex-1 basis-48"
        type="search"
        name="q"
        key={search}
        defaultValue={search}
        aria-label={list.search}
        placeholder={list.search}
      />
      <SubmitButton tone="second" icon="search">
        {list.find}
      </SubmitButton>
      {search && (
        <LinkButton tone="quiet" to="/activities">
          {list.all}
        </LinkButton>
      )}
    </PlainForm>
  )
}

function NothingYet() {
  const { list } = useMessages().activity
  return (
    <>
      <PageTitle>{list.empty}</PageTitle>
      <Section title={list.page}>
        <Empty
          title={list.emptyTitle}
          action={
            <LinkButton tone="primary" icon="plus" to="/activities/new">
              {list.first}
            </LinkButton>
          }
        >
          <p>{list.emptyNote}</p>
        </Empty>
      </Section>
    </>
  )
}
