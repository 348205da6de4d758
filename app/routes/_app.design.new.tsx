import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DesignStart } from '~/components/design-start'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { startProgramme } from '~/domain/design-draft.server'
import { StartForm } from '~/domain/design-forms.server'
import { mayBuildProgrammes } from '~/domain/policy'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { design as words } from '~/messages/en/design'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ design }) => design.add)

export async function loader({ request }: LoaderFunctionArgs) {
  allowed(mayBuildProgrammes(await requirePerson(request)))
  return { formKey: newFormKey() }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayBuildProgrammes(person))
  const form = await request.formData()
  return submit(form, StartForm, async start => {
    const id = await startProgramme(person, start, formKeyIn(form))
    return redirect(`/design/${id}`, { headers: { 'Set-Cookie': flash({ words: words.start.done }) } })
  })
}

export default function NewDesign() {
  const { formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { design } = useMessages()
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/design', words: design.page }} />} below={design.start.note}>
        {design.start.title}
      </PageTitle>
      <div className="max-w-[44rem] border-t border-line py-8">
        <DesignStart formKey={formKey} reply={reply} />
      </div>
    </>
  )
}
