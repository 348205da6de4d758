import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { HeldCredentialRow } from '~/components/held-credential'
import { PageTitle } from '~/components/page-title'
import { Empty, Section } from '~/components/section'
import { TaskRow } from '~/components/task-row'
import { titled } from '~/components/titled'
import { listCredentials } from '~/domain/credential.server'
import { listOffers } from '~/domain/offer-page.server'
import { mayLogActivities } from '~/domain/policy'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const meta = titled(({ credentials }) => credentials.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const [held, offers] = await Promise.all([listCredentials(person), listOffers(person)])
  return { held, offers, isStudent: mayLogActivities(person) }
}

export default function Credentials() {
  const { held, offers, isStudent } = useLoaderData<typeof loader>()
  const { credentials } = useWords().messages
  const isEmpty = held.length === 0 && offers.length === 0
  const standing = held.filter(({ state }) => state !== 'revoked').length
  return (
    <>
      <PageTitle actions={isStudent && <Ways />}>
        {credentials.heading(standing, offers.length) || credentials.title}
      </PageTitle>
      {isEmpty && (
        <Empty
          title={credentials.none.title}
          action={<LinkButton to="/catalogue">{credentials.none.action}</LinkButton>}
        >
          <p>{credentials.none.words}</p>
        </Empty>
      )}
      {offers.length > 0 && <Offers />}
      {held.length > 0 && (
        <Section title={credentials.yours} note={credentials.yoursNote}>
          <ul className="grid gap-4">
            {held.map(credential => (
              <HeldCredentialRow key={credential.id} credential={credential} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Ways() {
  const { cv, standingChoice, transcript } = useWords().messages
  return (
    <>
      <LinkButton to="/transcripts">{transcript.title}</LinkButton>
      <LinkButton to="/cv">{cv.open}</LinkButton>
      <LinkButton tone="quiet" to="/account/awards">{standingChoice.open}</LinkButton>
    </>
  )
}

function Offers() {
  const { offers } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { credentials } = messages
  return (
    <Section title={credentials.offers} note={credentials.offersNote}>
      <ul className="rows">
        {offers.map(({ id, title, offeredAt, lapsesAt }, at) => (
          <TaskRow
            key={id}
            icon="gift"
            tone="sky"
            title={title}
            note={credentials.offered(format.on(offeredAt))}
            action={
              <LinkButton to={`/offers/${id}`} tone={at === 0 ? 'primary' : 'second'}>
                {credentials.look}
              </LinkButton>
            }
          >
            {credentials.lapses(format.day(format.dayOf(lapsesAt)))}
          </TaskRow>
        ))}
      </ul>
    </Section>
  )
}
