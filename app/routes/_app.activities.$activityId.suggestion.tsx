import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SuggestionButtons } from '~/components/activity-suggestions'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { findOwnRequest } from '~/domain/activity-page.server'
import { askSuggested, leaveSuggestion, SuggestionForm } from '~/domain/further-request.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { between as words } from '~/messages/en/between'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ between }) => between.suggestion.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { activityId, endorserName, revision, suggestedName, suggestedEmail } = await asked(
    request,
    params.activityId,
  )
  return { activityId, by: endorserName, revision: revision.number, name: suggestedName, address: suggestedEmail }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id, suggestedName } = await asked(request, params.activityId)
  const form = await request.formData()
  const shown = shownBy(params, form)
  return submit(form, SuggestionForm, async ({ then }) => {
    await (then === 'ask' ? askSuggested : leaveSuggestion)(student, shown, id)
    const told = then === 'ask' ? words.suggestion.asked(suggestedName) : words.suggestion.left
    return redirect(`/activities/${shown.id}`, { headers: { 'Set-Cookie': flash({ words: told }) } })
  })
}

async function asked(request: Request, activityId = '') {
  return findOwnRequest(
    await requirePerson(request),
    activityId,
    new URL(request.url).searchParams.get('request') ?? '',
  )
}

export default function Suggestion() {
  const { activityId, by, name, address, revision } = useLoaderData<typeof loader>()
  const { suggestion, student } = useMessages().between
  const [form] = useForm<{ then: string }>({
    id: 'suggestion',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/activities/${activityId}`, words: student.back }} />}>
        {suggestion.title(name)}
      </PageTitle>
      <Form form={form} className="grid gap-5 border-t border-line py-8">
        <HiddenFields values={{ revision }} />
        <div className="grid max-w-[62ch] gap-2 break-words">
          <p>{suggestion.told(by || student.somebody, name, address)}</p>
          <p>{suggestion.follows}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <SuggestionButtons />
        </div>
      </Form>
    </>
  )
}
