import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { TranscriptForm as Form } from '~/components/transcript-form'
import { titled } from '~/components/titled'
import { refuseUnprintable } from '~/documents/transcript-preview.server'
import { findHouse } from '~/domain/institution.server'
import { mayLogActivities } from '~/domain/policy'
import { transcriptPath } from '~/domain/transcript'
import { activityEntry, findEntries } from '~/domain/transcript-entries.server'
import { TranscriptForm } from '~/domain/transcript-forms.server'
import { previewTranscript } from '~/domain/transcript-preview.server'
import { makeTranscript } from '~/domain/transcript.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { transcript as said } from '~/messages/en/transcript'
import { useMessages } from '~/messages/messages'
import { paperLanguageOf } from '~/messages/paper-languages'

export const handle = { isPlain: true }

export const meta = titled(({ transcript }) => transcript.form.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const { student: { officialName, usedName }, credentials, activities } = await findEntries(student)
  return {
    names: { official: officialName, used: usedName },
    credentials: credentials.map(({ id, title, awardedDate }) => ({ id, title, awardedDate })),
    activities: activities.map(activityEntry),
    language: paperLanguageOf((await findHouse()).language),
    formKey: newFormKey(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const form = await request.formData()
  return submit(form, TranscriptForm, async ({ order, form: paper, isWithoutPaper }) => {
    if (!isWithoutPaper) await refuseUnprintable(await previewTranscript(student, order))
    const id = await makeTranscript(student, order, formKeyIn(form))
    return redirect(`${transcriptPath(id)}?form=${paper}`, { headers: { 'Set-Cookie': flash({ words: said.done }) } })
  })
}

export default function NewTranscript() {
  const { transcript: words } = useMessages()
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/transcripts', words: words.form.back }} here={words.make} />}>
        {words.form.title}
      </PageTitle>
      <Form {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply ?? null} />
    </>
  )
}
