import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { StillAwaited, WrittenForm as DocumentForm } from '~/components/written-form'
import { MAXIMUM_FILE_BYTES } from '~/domain/evidence'
import { confirmInWriting, findWritable, WrittenForm } from '~/domain/written-confirmation.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { isUpload, receiving } from '~/lib/receiving.server'
import { Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { written as words } from '~/messages/en/written'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ written }) => written.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  return { activity: await findWritable(student, params.activityId ?? ''), formKey: newFormKey() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id } = await findWritable(student, params.activityId ?? '')
  const noFile = new Refusal(words.noFile, 'file')
  if (!isUpload(request)) return submit(request, WrittenForm, () => Promise.reject(noFile))
  const limit = { bytes: MAXIMUM_FILE_BYTES, files: 1, tooLarge: new Refusal(words.tooLarge, 'file') }
  return receiving(request, limit, ({ fields, files: [file] }) =>
    submit(fields, WrittenForm, async form => {
      if (!file?.name) throw noFile
      if (file.refusal) throw file.refusal
      const { name, arrived } = file
      await confirmInWriting(student, shownBy(params, fields), form, { ...arrived, name }, formKeyIn(fields))
      return redirect(`/activities/${id}`, { headers: { 'Set-Cookie': flash({ words: words.sent }) } })
    }),
  )
}

export default function DocumentInstead() {
  const { activity, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { written } = useMessages()
  const above = <Crumbs back={{ to: `/activities/${activity.id}`, words: activity.title }} />
  if (activity.kinds.length === 0) {
    return (
      <>
        <PageTitle above={above}>{written.notYet}</PageTitle>
        <StillAwaited activity={activity} />
      </>
    )
  }
  return (
    <>
      <PageTitle above={above} below={written.note}>
        {written.heading}
      </PageTitle>
      <DocumentForm activity={activity} formKey={formKey} reply={reply} />
    </>
  )
}
