import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { QuietForm as QuietFields } from '~/components/quiet-form'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { mayKeepMail } from '~/domain/policy'
import { QuietForm, readQuietHours, setQuietHours } from '~/domain/quiet-hours.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { quietEditor as words } from '~/messages/en/quiet-editor'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ quietEditor }) => quietEditor.title)

export async function loader({ request }: LoaderFunctionArgs) {
  allowed(mayKeepMail(await requirePerson(request)))
  return { quiet: await readQuietHours() }
}

export async function action({ request }: ActionFunctionArgs) {
  const admin = await requirePerson(request)
  allowed(mayKeepMail(admin))
  return submit(request, QuietForm, async form => {
    await setQuietHours(admin, form)
    return redirect('/mail/quiet-hours', { headers: { 'Set-Cookie': flash({ words: words.saved }) } })
  })
}

export default function QuietHours() {
  const { quiet } = useLoaderData<typeof loader>()
  const { letterEditor, quietEditor } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/mail', words: letterEditor.back }} />}
        below={quietEditor.where(quiet.timeZone)}
      >
        {quietEditor.now(quiet.quietFrom, quiet.quietUntil)}
      </PageTitle>
      <Section title={quietEditor.title} note={quietEditor.note}>
        <QuietFields quiet={quiet} reply={reply} />
      </Section>
    </>
  )
}
