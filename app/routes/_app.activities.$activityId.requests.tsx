import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { InviteeFields } from '~/components/invitee-fields'
import { PageTitle, Crumbs } from '~/components/page-title'
import { titled } from '~/components/titled'
import type { AskTyped } from '~/domain/activity-forms.server'
import { AskAlsoForm, askAlso, findAskable } from '~/domain/further-request.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { between as words } from '~/messages/en/between'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ between }) => between.another.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return findAskable(await requirePerson(request), params.activityId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await findAskable(student, params.activityId ?? '')
  const form = await request.formData()
  const shown = shownBy(params, form)
  return submit(form, AskAlsoForm, async ({ invitees }) => {
    const invitee = found(invitees[0])
    await askAlso(student, shown, invitee)
    const headers = { 'Set-Cookie': flash({ words: words.another.asked(invitee.name) }) }
    return redirect(`/activities/${shown.id}`, { headers })
  })
}

export default function AskAnother() {
  const { id, title, revision, isInQuestion } = useLoaderData<typeof loader>()
  const { another, student } = useMessages().between
  const [form, fields] = useForm<AskTyped>({
    id: 'another',
    defaultValue: { invitees: [{ name: '', email: '' }] },
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  const [person] = fields.invitees.getFieldList()
  const back = `/activities/${id}`
  if (!isInQuestion) return <PageTitle above={<Crumbs back={{ to: back, words: student.back }} />}>{another.closed}</PageTitle>
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: back, words: title }} />} below={another.note}>
        {another.heading}
      </PageTitle>
      <Form form={form} className="form log-form pb-12">
        <HiddenFields values={{ revision }} />
        {person && (
          <InviteeFields
            person={person}
            place={1}
            isOnly
            removal={form.remove.getButtonProps({ name: fields.invitees.name, index: 0 })}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton icon="send">{another.button}</SubmitButton>
          <LinkButton tone="quiet" to={back}>
            {another.keep}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
