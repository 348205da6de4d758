import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeyForm as KeyFields } from '~/components/key-form'
import { KeyFacts } from '~/components/key-list'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { answerForKey, findKey, KeyForm } from '~/domain/key-forms.server'
import type { KeptKey } from '~/domain/signing-key'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { keys as words } from '~/messages/en/keys'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ keys }, data) => keys.one[titleOf(data?.value)])

export async function loader({ request, params: { keyId = '' } }: LoaderFunctionArgs) {
  const admin = await requirePerson(request)
  return { value: await findKey(admin, keyId), timeZone: (await findHouse()).timeZone }
}

export async function action({ request, params: { keyId = '' } }: ActionFunctionArgs) {
  const admin = await requirePerson(request)
  await findKey(admin, keyId)
  return submit(request, KeyForm, async form => {
    const outcome = await answerForKey(admin, keyId, form)
    return redirect('/keys', { headers: { 'Set-Cookie': flash({ words: words.one[outcome] }) } })
  })
}

export default function Key() {
  const { value, timeZone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { keys } = useMessages()
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/keys', words: keys.one.back }} />}>
        {keys.one[titleOf(value)]}
      </PageTitle>
      <div className="grid gap-6 pb-12">
        <div>
          <KeyFacts value={value} />
        </div>
        {value.status === 'compromised' ? (
          <p>{keys.one.over}</p>
        ) : (
          <KeyFields value={value} timeZone={timeZone} reply={reply} />
        )}
      </div>
    </>
  )
}

function titleOf(value?: KeptKey) {
  return value && value.status !== 'active' ? 'reportTitle' : 'title'
}
