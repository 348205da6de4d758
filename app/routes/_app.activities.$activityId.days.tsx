import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LogFrame } from '~/components/log-frame'
import { titled } from '~/components/titled'
import { BroughtDays, BringDays } from '~/components/bring-days'
import { findDraft, requireOwnActivity } from '~/domain/draft.server'
import { addTimes, BroughtForm, MAXIMUM_TABLE_BYTES, readTimes, TimesFileForm } from '~/domain/time-import.server'
import type { BroughtTimes } from '~/domain/time-import'
import { submit, type Reply } from '~/lib/form.server'
import { isUpload, receiving } from '~/lib/receiving.server'
import { Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { log as words } from '~/messages/en/log'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.days.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, revision, status } = await findDraft(await requirePerson(request), params.activityId)
  return { id, revision, status }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  if (isUpload(request)) {
    const draft = await findDraft(student, params.activityId)
    const limit = { bytes: MAXIMUM_TABLE_BYTES, files: 1, tooLarge: new Refusal(words.days.tooLarge, 'file') }
    return receiving(request, limit, ({ fields, files: [file] }) =>
      submit(fields, TimesFileForm, async asked => {
        if (!file?.name) throw new Refusal(words.days.noFile, 'file')
        if (file.refusal) throw file.refusal
        return data<Reply & { brought: BroughtTimes }>({
          reply: { status: 'success' },
          brought: await readTimes(draft, file.arrived, asked),
        })
      }),
    )
  }
  const form = await request.formData()
  return submit(form, BroughtForm, async ({ entries }) => {
    await addTimes(student, shownBy(params, form), entries)
    return redirect(`/activities/${params.activityId}/when`)
  })
}

export default function Days() {
  const { id, revision, status } = useLoaderData<typeof loader>()
  const answer = useActionData<Reply & { brought?: BroughtTimes }>()
  const { days } = useMessages().log
  const brought = answer?.brought ?? null
  return (
    <LogFrame step="when" activityId={id} status={status} title={days.title} note={days.note}>
      {brought && brought.entries.length > 0 ? (
        <BroughtDays activityId={id} revision={revision} brought={brought} />
      ) : (
        <BringDays activityId={id} revision={revision} brought={brought} reply={answer?.reply ?? null} />
      )}
    </LogFrame>
  )
}
