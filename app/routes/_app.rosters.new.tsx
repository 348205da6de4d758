import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { PageTitle } from '~/components/page-title'
import { RosterFields } from '~/components/roster-form'
import { titled } from '~/components/titled'
import { mayProposeRoster } from '~/domain/policy'
import { RosterForm, type RosterTyped } from '~/domain/roster-form.server'
import { proposeRoster } from '~/domain/roster.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'
import type { loader as root } from '~/root'

export const meta = titled(({ roster }) => roster.form.title)

export async function loader({ request }: LoaderFunctionArgs) {
  allowed(mayProposeRoster(await requirePerson(request)))
  return { formKey: newFormKey() }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayProposeRoster(person))
  const form = await request.formData()
  return submit(form, RosterForm, async roster => {
    await proposeRoster(person, roster, formKeyIn(form))
    const words = messagesIn('en').roster.kept(roster.listed.length)
    return redirect('/rosters', { headers: { 'Set-Cookie': flash({ words }) } })
  })
}

export default function NewRoster() {
  const { formKey } = useLoaderData<typeof loader>()
  const { form: words } = useMessages().roster
  const institution = useRouteLoaderData<typeof root>('root')?.institution ?? ''
  const [form, fields] = useForm<RosterTyped>({ id: 'roster', lastResult: useActionData<typeof action>()?.reply ?? null })
  return (
    <>
      <PageTitle below={words.note(institution)}>{words.title}</PageTitle>
      <div className="max-w-[40rem] border-t border-line py-8">
        <Form form={form}>
          <HiddenFields values={{ formKey }} />
          <RosterFields fields={fields} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{words.send}</SubmitButton>
            <LinkButton tone="quiet" to="/rosters">
              {words.back}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  )
}
