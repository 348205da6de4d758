import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form as PlainForm, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { mayIssueTranscripts } from '~/domain/policy'
import { findStudentsToIssue, type StudentToIssue } from '~/domain/transcript-issue-list.server'
import { extentsFor } from '~/domain/transcript-issue.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ transcriptIssue }) => transcriptIssue.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  allowed(mayIssueTranscripts(actor))
  const name = new URL(request.url).searchParams.get('name')?.slice(0, 100) ?? ''
  const scope = extentsFor(actor).includes('complete') ? ('all' as const) : ('shared' as const)
  return { name, scope, ...(await findStudentsToIssue(actor, name)) }
}

export default function TranscriptsForOthers() {
  const { name, scope, rows, isMore } = useLoaderData<typeof loader>()
  const { transcriptIssue: words } = useMessages()
  return (
    <>
      <PageTitle below={words.below[scope]}>{words.heading}</PageTitle>
      <div className="border-t border-line pb-12 pt-6">
        <PlainForm method="get" action="/records/transcripts" role="search" className="mb-6 flex flex-wrap items-center gap-3">
          <input
            className="input min-w-0 max-w-sm flex-1 basis-48"
            type="search" name="name" key={name} defaultValue={name} maxLength={100}
            aria-label={words.search} placeholder={words.search}
          />
          <SubmitButton tone="second" icon="search">{words.find}</SubmitButton>
        </PlainForm>
        <p className="label mb-2">{name === '' ? words.searchFirst : rows.length === 0 ? words.nobody : words.found(rows.length, isMore)}</p>
        {rows.length > 0 && <ul className="rows">{rows.map(row => <Student key={row.id} student={row} />)}</ul>}
      </div>
    </>
  )
}

function Student({ student: { id, officialName, usedName, enrolment } }: { student: StudentToIssue }) {
  const { transcriptIssue: words, peopleDesk } = useMessages()
  const told = enrolment && [enrolment.studentNumber, enrolment.studyProgramme, enrolment.entryYear].filter(Boolean).join(', ')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <div className="min-w-0">
        <h2 className="text-lg leading-7">
          {officialName}
          {usedName !== officialName && <span className="text-ink-soft"> {peopleDesk.goesBy(usedName)}</span>}
        </h2>
        {told && <p className="label">{told}</p>}
      </div>
      <LinkButton isSmall to={`/people/${id}/transcript`}>{words.issue}</LinkButton>
    </li>
  )
}
