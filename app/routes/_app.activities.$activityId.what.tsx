import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { Autosave } from '~/components/autosave'
import { LinkButton, SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { LogFoot, LogFrame } from '~/components/log-frame'
import { titled } from '~/components/titled'
import { WhatFields, type WhatTyped } from '~/components/what-fields'
import { WhatForm } from '~/domain/activity-forms.server'
import { describeActivity } from '~/domain/activity.server'
import { requireOwnActivity } from '~/domain/draft.server'
import { findDraftStep } from '~/domain/draft-step.server'
import { submit } from '~/lib/form.server'
import { onward } from '~/lib/onward.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.what.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const draft = await findDraftStep(student, params.activityId, 'what')
  const { id, revision, opportunityId, category, title, organisation, role, participation } = draft
  const { isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation } = draft
  const typed: WhatTyped = {
    category,
    title,
    organisation,
    role,
    participation,
    isPaid,
    isCreditBearing,
    isMandatory,
    sensitivity,
    publicTitle,
    publicOrganisation,
    ...(opportunityId && { opportunityId }),
  }
  return { id, revision, seen: draft.seen, status: draft.status, typed }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  const form = await request.formData()
  return submit(form, WhatForm, async what => {
    await describeActivity(student, shownBy(params, form), what)
    return onward(form, `/activities/${params.activityId}/when`)
  })
}

export default function What() {
  const { id, revision, seen, status, typed } = useLoaderData<typeof loader>()
  const { log } = useMessages()
  const [form, fields] = useForm<WhatTyped>({
    id: 'what',
    defaultValue: typed,
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <LogFrame step="what" activityId={id} status={status} title={log.what.titleOf(typed.title)}>
      <Form form={form} className="form py-7">
        <HiddenFields
          values={{ revision, seen, ...(typed.opportunityId && { opportunityId: typed.opportunityId }) }}
        />
        <WhatFields fields={fields} />
        <Autosave />
        <LogFoot>
          <SubmitButton>{log.what.next}</SubmitButton>
          <LinkButton to={`/activities/${id}`}>{log.back}</LinkButton>
        </LogFoot>
      </Form>
    </LogFrame>
  )
}
