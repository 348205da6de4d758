import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskOnce } from '~/components/ask-once'
import { LinkButton, SubmitButton } from '~/components/button'
import { ChoiceGroup } from '~/components/choices'
import { Form } from '~/components/form'
import { PageTitle } from '~/components/page-title'
import { Status, statusOf } from '~/components/status'
import { titled } from '~/components/titled'
import { RevocationForm } from '~/domain/award-forms.server'
import { revocationReasons } from '~/domain/credential'
import { findCredential } from '~/domain/credential.server'
import { findHouse } from '~/domain/institution.server'
import { mayAward } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages, useWords } from '~/messages/messages'

export const meta = titled(({ credentials }) => credentials.revocation.document)

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayAward(person))
  const { sheet, state, revokedAt, revocationReason } = found(await findCredential(person, id))
  return { id, title: sheet.programme.title, holder: sheet.holder, state, revokedAt, revocationReason }
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayAward(person))
  const { revocation } = messagesIn((await findHouse()).language).credentials
  return submit(request, RevocationForm, async ({ reason }) => {
    await revokeCredential(person, id, reason)
    return redirect(`/credentials/${id}/revocation`, {
      headers: { 'Set-Cookie': flash({ words: revocation.done }) },
    })
  })
}

export default function Revocation() {
  const { title, holder, state, revokedAt, revocationReason } = useLoaderData<typeof loader>()
  const words = useWords()
  const { credentials, credential } = words.messages
  const why = revocationReason ? { why: credential.reasons[revocationReason] } : {}
  return (
    <>
      <PageTitle above={credentials.revocation.document}>{credential.title(title, holder)}</PageTitle>
      <div className="pb-12">
        {state === 'revoked' ? (
          <Status {...statusOf(words, 'credential', 'revoked', { at: revokedAt, ...why })} />
        ) : (
          <Question />
        )}
      </div>
    </>
  )
}

function Question() {
  const { id, title, holder } = useLoaderData<typeof loader>()
  const { revocation } = useMessages().credentials
  const [form, fields] = useForm<{ reason: string }>({
    id: 'revocation',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <AskOnce title={revocation.title(title, holder)} follows={<p>{revocation.follows}</p>}>
      <Form form={form}>
        <ChoiceGroup
          field={fields.reason}
          label={revocation.reason}
          choices={revocationReasons.map(value => ({
            value,
            label: revocation.reasons[value],
            note: revocation.notes[value],
          }))}
        />
        <p className="flex flex-wrap gap-2">
          <SubmitButton tone="danger">{revocation.revoke}</SubmitButton>
          <LinkButton to={`/credentials/${id}`} tone="quiet">
            {revocation.keep}
          </LinkButton>
        </p>
      </Form>
    </AskOnce>
  )
}
