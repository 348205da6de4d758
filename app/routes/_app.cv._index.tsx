import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { CvActivity } from '~/components/cv-activity'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { findCv } from '~/domain/cv.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ cv }) => cv.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await findCv(student, after)), isFurther: after !== null }
}

export default function Cv() {
  const { activities, next, isFurther } = useLoaderData<typeof loader>()
  const { cv, credentials, common } = useMessages()
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/credentials', words: credentials.title }} here={cv.page} />}
        below={cv.below}
        actions={<LinkButton to="/cv/resume.json" icon="download" isDownload>{cv.resume}</LinkButton>}
      >
        {cv.heading}
      </PageTitle>
      <p className="label border-t border-line py-4">{cv.resumeNote}</p>
      {activities.length === 0 && (
        <Empty title={cv.none.title} action={<LinkButton to="/activities">{cv.activities}</LinkButton>}>
          <p>{cv.none.words}</p>
        </Empty>
      )}
      {activities.map(activity => (
        <CvActivity key={activity.id} activity={activity} />
      ))}
      {(next || isFurther) && (
        <nav className="my-6 flex flex-wrap gap-3" aria-label={common.pager.of}>
          {next && <LinkButton isSmall to={`/cv?after=${next}`}>{cv.more}</LinkButton>}
          {isFurther && <LinkButton isSmall tone="quiet" to="/cv">{cv.first}</LinkButton>}
        </nav>
      )}
    </>
  )
}
