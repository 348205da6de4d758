import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { VersionChanges } from '~/components/version-changes'
import { findListed } from '~/domain/activity-list.server'
import { listVersions } from '~/domain/revision-changes.server'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ versions }) => versions.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, title } = await findListed(await requirePerson(request), params.activityId)
  return { id, title, ...(await listVersions(id)) }
}

export default function Versions() {
  const { id, title, versions, names } = useLoaderData<typeof loader>()
  const { messages: { versions: words }, format } = useWords()
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: `/activities/${id}`, words: title }} here={words.page} />}
        below={words.note(versions.length)}
      >
        {words.title}
      </PageTitle>
      {versions.map(({ number, submittedAt, since, changes }) => (
        <Section
          key={number}
          title={words.version(number)}
          note={words.submitted(format.moment(submittedAt))}
        >
          {since === null && <p>{words.first}</p>}
          {since !== null && changes.length === 0 && <p>{words.same}</p>}
          {since !== null && changes.length > 0 && (
            <>
              <p className="label mb-3">{words.since(since)}</p>
              <VersionChanges changes={changes} names={names} />
            </>
          )}
        </Section>
      ))}
    </>
  )
}
