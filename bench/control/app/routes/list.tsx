import { useLoaderData } from '@remix-run/react'
import { ActivityList, type Listed } from '~/components/activity-list'
import { Frame } from '~/components/frame'
import { PageTitle } from '~/components/page-title'
import { LanguageProvider } from '~/messages/messages'
import '../../../../app/tailwind.css'

const statuses = ['approved', 'submitted', 'inReview', 'draft'] as const
const activities: Listed[] = Array.from({ length: 50 }, (_, at) => ({
  id: `01a20272-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`,
  title: `Shift lead ${at}`, organisation: 'Shoreline Food Bank', minutes: 60 * (at + 1), from: '2026-02-07', to: '2026-05-09',
  status: statuses[at % statuses.length] ?? 'draft', since: new Date('2026-05-12T10:00:00Z'),
  holders: at % 4 === 1 ? ['Eleni Papadaki'] : [], unreached: null, reviewer: 'Mina Sato', answeredBy: null, isOnDocument: false,
}))

export function loader() {
  return { activities, person: { name: 'Ana Duarte', roles: ['student' as const] }, now: Date.now() }
}

export default function List() {
  const { activities, person, now } = useLoaderData<typeof loader>()
  return (
    <LanguageProvider language="en" timeZone="Europe/Dublin" now={now}>
      <Frame person={person} institution="Northbridge University">
        <PageTitle>Fifty things you did.</PageTitle>
        <div className="border-t border-line pb-12 pt-6">
          <ActivityList activities={activities} />
        </div>
      </Frame>
    </LanguageProvider>
  )
}
