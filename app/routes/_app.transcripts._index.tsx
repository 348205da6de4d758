import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Icon } from '~/components/icon'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { Empty } from '~/components/section'
import { titled } from '~/components/titled'
import { mayLogActivities } from '~/domain/policy'
import { listTranscripts } from '~/domain/transcript-page.server'
import { transcriptPath } from '~/domain/transcript'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ transcript }) => transcript.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listTranscripts(student, after)), isFurther: after !== null }
}

export default function Transcripts() {
  const { rows, next, isFurther } = useLoaderData<typeof loader>()
  const { transcript: words, credentials } = useWords().messages
  const make = <LinkButton tone="primary" to="/transcripts/new">{words.make}</LinkButton>
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/credentials', words: credentials.title }} here={words.title} />}
        below={rows.length > 0 && words.note}
        actions={rows.length > 0 && make}
      >
        {rows.length > 0 && !isFurther && !next ? words.heading(rows.length) : words.title}
      </PageTitle>
      {rows.length === 0 && <Empty title={words.none.title} action={make}><p>{words.none.words}</p></Empty>}
      <ul className="rows">{rows.map(row => <TranscriptRow key={row.id} row={row} />)}</ul>
      <Pager olderHref={next && `/transcripts?after=${next}`} newestHref={isFurther ? '/transcripts' : null} />
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function TranscriptRow({ row: { id, isComplete, entries, validFrom, sharedAt, revokedAt, recipient } }: { row: Row }) {
  const { messages: { transcript: words }, format } = useWords()
  const state = revokedAt ? words.withdrawn : sharedAt ? words.public : words.private
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <div>
        <h2 className="text-lg leading-7">
          <a className="quiet-link" href={transcriptPath(id)}>{words.made(isComplete, entries)}</a>
        </h2>
        <p className="label flex flex-wrap gap-x-5 gap-y-1">
          <span>{words.on(format.moment(validFrom))}</span>
          {recipient && <span>{words.issuedFor(recipient)}</span>}
          <span className="inline-flex items-center gap-1.5">
            <Icon name={revokedAt ? 'ban' : sharedAt ? 'globe' : 'lock'} size={16} />
            {state}
          </span>
        </p>
      </div>
    </li>
  )
}
