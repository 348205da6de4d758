import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeadLetterList } from '~/components/dead-letter-list'
import { MailSettings } from '~/components/mail-settings'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { titled } from '~/components/titled'
import { AgainForm, giveUp, GiveUpForm, listDeadLetters, sendAgain } from '~/domain/dead-letter.server'
import { listWordings } from '~/domain/letter-template.server'
import { mayKeepMail } from '~/domain/policy'
import { readQuietHours } from '~/domain/quiet-hours.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { mailDesk as words } from '~/messages/en/mail-desk'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ mailDesk }) => mailDesk.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const admin = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  const [stuck, wordings, quiet] = await Promise.all([
    listDeadLetters(admin, after),
    listWordings(admin, 'en'),
    readQuietHours(),
  ])
  return { ...stuck, isFirst: !after, wordings, quiet }
}

export async function action({ request }: ActionFunctionArgs) {
  const admin = await requirePerson(request)
  allowed(mayKeepMail(admin))
  const told = (said: string) => redirect('/mail', { headers: { 'Set-Cookie': flash({ words: said }) } })
  const form = await request.formData()
  if (form.has('giveUp')) {
    return submit(form, GiveUpForm, async ({ giveUp: shown }) => {
      await giveUp(admin, shown)
      return told(words.givenUp)
    })
  }
  return submit(form, AgainForm, async ({ again }) => {
    await sendAgain(admin, again)
    return told(words.sentAgain)
  })
}

export default function Letters() {
  const { rows, next, isFirst, wordings, quiet } = useLoaderData<typeof loader>()
  const { mailDesk } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle below={mailDesk.below}>{mailDesk.heading(rows.length, next !== null)}</PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        {rows.length > 0 || reply ? (
          <DeadLetterList rows={rows} reply={reply} />
        ) : (
          <p className="prose">{mailDesk.none}</p>
        )}
        <Pager olderHref={next && `/mail?after=${next}`} newestHref={isFirst ? null : '/mail'} />
      </div>
      <MailSettings wordings={wordings} quiet={quiet} />
    </>
  )
}
