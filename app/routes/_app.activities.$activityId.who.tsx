import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { AskFoot } from '~/components/ask-foot'
import { SubmitButton } from '~/components/button'
import { EnterSubmits } from '~/components/enter-submits'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { InviteeFields } from '~/components/invitee-fields'
import { LogFrame } from '~/components/log-frame'
import { titled } from '~/components/titled'
import { TowardsAside } from '~/components/towards'
import { nameEndorsers } from '~/domain/activity.server'
import { AskForm, type AskTyped } from '~/domain/activity-forms.server'
import { findDraft, inviteesOf, requireOwnActivity } from '~/domain/draft.server'
import { lackingSteps } from '~/domain/log-step'
import { lookAhead, prospectiveOf } from '~/domain/prospect.server'
import { submitActivity } from '~/domain/submission.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { log as words } from '~/messages/en/log'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.who.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const draft = await findDraft(student, params.activityId)
  const ahead = await lookAhead(student)
  const { id, revision, status, activityStartDate, minutes, claims } = draft
  return {
    id,
    revision,
    status,
    invitees: await inviteesOf(draft),
    lacking: lackingSteps({ activityStartDate, minutes, hasClaims: claims.length > 0, hasInvitees: true }),
    towards: ahead.towards(prospectiveOf(draft)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  const form = await request.formData()
  const shown = shownBy(params, form)
  return submit(form, AskForm, async ({ then, declaration, ...naming }) => {
    const isAsking = then === 'ask'
    await (isAsking
      ? submitActivity(student, shown, declaration, naming)
      : nameEndorsers(student, shown, naming))
    const told = isAsking ? words.who.asked(naming.invitees.map(({ name }) => name)) : words.who.saved
    return redirect(`/activities/${shown.id}`, { headers: { 'Set-Cookie': flash({ words: told }) } })
  })
}

export default function Who() {
  const { id, revision, status, invitees, lacking, towards } = useLoaderData<typeof loader>()
  const { log } = useMessages()
  const [form, fields] = useForm<AskTyped>({
    id: 'who',
    defaultValue: { invitees },
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  const people = fields.invitees.getFieldList()
  return (
    <LogFrame
      step="who"
      activityId={id}
      status={status}
      title={log.who.title}
      note={log.who.note}
      aside={<TowardsAside towards={towards} />}
    >
      <Form form={form} className="form log-form">
        <EnterSubmits />
        <HiddenFields values={{ revision }} />
        {people.map((person, at) => (
          <InviteeFields
            key={person.key}
            person={person}
            place={at + 1}
            isOnly={people.length === 1}
            removal={form.remove.getButtonProps({ name: fields.invitees.name, index: at })}
          />
        ))}
        <div>
          <SubmitButton
            tone="quiet"
            isSmall
            icon="plus"
            {...form.insert.getButtonProps({ name: fields.invitees.name })}
          >
            {log.who.add}
          </SubmitButton>
        </div>
        <AskFoot
          activityId={id}
          lacking={lacking}
          declaration={fields.declaration}
          names={fields.invitees.value}
        />
      </Form>
    </LogFrame>
  )
}
