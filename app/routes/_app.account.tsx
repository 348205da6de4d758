import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { SessionList } from '~/components/session-list'
import { titled } from '~/components/titled'
import { browserOf } from '~/lib/browser'
import { flash } from '~/lib/flash.server'
import { found } from '~/lib/refusal'
import { listSessions, requirePerson, revokeOtherSessions, revokeSession } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled(({ yourAccount }) => yourAccount.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const sessions = await listSessions(person, request)
  return {
    name: person.usedName,
    addresses: person.normalisedAddresses,
    sessions: sessions.map(({ id, userAgent, ip, lastSeenAt, isThisOne }) => ({
      id,
      ip,
      lastSeenAt,
      isThisOne,
      ...browserOf(userAgent),
    })),
  }
}

/** Ends one session, or all but this one. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const words = messagesIn('en').yourAccount
  const session = found((await request.formData()).get('session'))
  if (session === 'others') await revokeOtherSessions(person, request)
  else await revokeSession(person, String(session))
  const told = flash({ words: session === 'others' ? words.othersEnded : words.ended })
  return redirect('/account', { headers: { 'Set-Cookie': told } })
}

export default function Account() {
  const { name, addresses, sessions } = useLoaderData<typeof loader>()
  const { yourAccount, ownData } = useMessages()
  return (
    <>
      <PageTitle above={yourAccount.title} below={addresses.join(', ')}>
        {name}
      </PageTitle>
      <Section title={yourAccount.sessions} note={yourAccount.sessionsNote}>
        <SessionList sessions={sessions} />
      </Section>
      <Section title={ownData.section} note={ownData.note}>
        <LinkButton to="/account/data">{ownData.open}</LinkButton>
      </Section>
      <Section title={yourAccount.password} note={yourAccount.passwordNote}>
        <LinkButton to="/account/password">{yourAccount.change}</LinkButton>
      </Section>
    </>
  )
}
