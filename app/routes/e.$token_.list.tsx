import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { EndorserFrame, Heading } from '~/components/endorser-frame'
import { Ways } from '~/components/endorser-instead'
import { HiddenFields } from '~/components/inputs'
import { PlainForm } from '~/components/plain-form'
import { RosterFields } from '~/components/roster-form'
import { RosterList } from '~/components/roster-list'
import { titled } from '~/components/titled'
import { askedBy } from '~/domain/asked.server'
import { houseOf } from '~/domain/endorser-page.server'
import { RosterForm, type RosterTyped } from '~/domain/roster-form.server'
import { listRosters } from '~/domain/roster-page.server'
import { proposeRoster } from '~/domain/roster.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ roster }) => roster.form.title)

/** Whoever typed a code starts from a list of their own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer) throw redirect(`${path}/code?to=list`)
  const { rosters } = await listRosters(answerer, null)
  return { rosters, path, house: houseOf(asked.activity.student), formKey: newFormKey() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { answerer, path } = await askedBy({ request, params })
  if (!answerer) return redirect(`${path}/code?to=list`, 307)
  const form = await request.formData()
  return submit(form, RosterForm, async roster => {
    await proposeRoster(answerer, roster, formKeyIn(form))
    return redirect(`${path}/list`)
  })
}

export default function List() {
  const { rosters, path, house, formKey } = useLoaderData<typeof loader>()
  const { roster: words } = useMessages()
  const [form, fields] = useForm<RosterTyped>({ id: 'roster', lastResult: useActionData<typeof action>()?.reply ?? null })
  return (
    <EndorserFrame house={house} isForm>
      <Heading below={<p>{words.form.note(house.name)}</p>}>{words.form.title}</Heading>
      {rosters.length > 0 && (
        <div className="pb-8">
          <RosterList rosters={rosters} />
        </div>
      )}
      <PlainForm form={form} action={`${path}/list`}>
        <HiddenFields values={{ formKey }} />
        <RosterFields fields={fields} />
        <Ways button={words.form.send} back={words.form.back} path={`${path}/waiting`} />
      </PlainForm>
    </EndorserFrame>
  )
}
