import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { IssueForm as Form } from '~/components/issue-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { refuseUnprintable } from '~/documents/transcript-preview.server'
import { findHouse } from '~/domain/institution.server'
import { transcriptPath } from '~/domain/transcript'
import { IssueForm } from '~/domain/transcript-forms.server'
import { extentsFor, findIssue, issueTranscript, listIssued, previewIssue } from '~/domain/transcript-issue.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { requirePerson } from '~/lib/session.server'
import { transcriptIssue as said } from '~/messages/en/transcript-issue'
import { useWords } from '~/messages/messages'
import { paperLanguageOf } from '~/messages/paper-languages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ transcriptIssue }, data) => transcriptIssue.title(data?.names.used ?? ''))

export async function loader({ request, params: { personId = '' } }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  const { office, student: { officialName, usedName } } = await findIssue(actor, personId)
  return {
    personId,
    names: { official: officialName, used: usedName },
    extents: extentsFor(office),
    issued: await listIssued(actor, personId),
    language: paperLanguageOf((await findHouse()).language),
    formKey: newFormKey(),
  }
}

export async function action({ request, params: { personId = '' } }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  await findIssue(actor, personId)
  const form = await request.formData()
  return submit(form, IssueForm, async ({ issue, form: paper, isWithoutPaper }) => {
    if (!isWithoutPaper) await refuseUnprintable(await previewIssue(actor, personId, issue))
    const id = await issueTranscript(actor, personId, issue, formKeyIn(form))
    return redirect(`${transcriptPath(id)}?form=${paper}`, { headers: { 'Set-Cookie': flash({ words: said.done(issue.recipient) }) } })
  })
}

export default function IssueTranscript() {
  const { personId, names, issued, ...offered } = useLoaderData<typeof loader>()
  const { messages: { transcriptIssue: words }, format } = useWords()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/records/transcripts', words: words.page }} here={words.issue} />} below={words.note}>
        {words.title(names.used)}
      </PageTitle>
      <div className="pb-12"><Form {...offered} action={`/people/${personId}/transcript`} names={names} reply={reply} /></div>
      <Section title={words.issued}>
        {issued.length === 0 && <p className="prose">{words.none}</p>}
        <ul className="rows">
          {issued.map(({ id, recipient, basis, validFrom, revokedAt }) => (
            <li key={id}>
              <a className="quiet-link" href={transcriptPath(id)}>{words.issuedTo(recipient, format.day(format.dayOf(validFrom)))}</a>
              <p className="label">{revokedAt ? words.withdrawn : basis}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
