import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { CredentialResults } from '~/components/credential-results'
import { CredentialWork } from '~/components/credential-work'
import { OfferChoices } from '~/components/offer-choices'
import { OfferDecline } from '~/components/offer-decline'
import { OfferSheet } from '~/components/offer-sheet'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { ChoicesForm } from '~/domain/award-forms.server'
import { acceptAward, declineAward } from '~/domain/award.server'
import { findHouse } from '~/domain/institution.server'
import { DeclineForm } from '~/domain/offer-form.server'
import { findOffer, isOwnOffer } from '~/domain/offer-page.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useWords, type Words } from '~/messages/messages'

export const meta = titled<typeof loader>(({ offer }, data) =>
  offer.title(data?.offer.sheet.programme.title ?? ''),
)

export async function loader({ request, params: { awardId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return { offer: found(await findOffer(person, awardId)) }
}

export async function action({ request, params: { awardId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(await isOwnOffer(person, awardId))
  const { offer: words } = messagesIn((await findHouse()).language)
  const form = await request.formData()
  const leave = (to: string, said: string) =>
    redirect(to, { headers: { 'Set-Cookie': flash({ words: said }) } })
  if (form.get('answer') === 'decline') {
    return submit(form, DeclineForm, async () => {
      await declineAward(person, awardId)
      return leave('/credentials', words.decline.done)
    })
  }
  return submit(form, ChoicesForm, async choices => {
    const id = await acceptAward(person, awardId, choices)
    return redirect(`/credentials/${id}?accepted`)
  })
}

export default function OfferPage() {
  const { offer } = useLoaderData<typeof loader>()
  const words = useWords()
  const {
    messages: { offer: said, credentials },
    format,
  } = words
  const isOpen = offer.status === 'offered' && offer.isMet
  return (
    <>
      <PageTitle
        above={
          <Crumbs
            back={{ to: '/credentials', words: credentials.title }}
            here={said.above(format.on(offer.offeredAt))}
          />
        }
        below={isOpen ? said.below(format.day(format.dayOf(offer.lapsesAt))) : whyClosed(offer, words)}
        actions={
          offer.credentialId && (
            <LinkButton to={`/credentials/${offer.credentialId}`}>{said.over.see}</LinkButton>
          )
        }
      >
        {isOpen
          ? said.heading(offer.sheet.programme.title)
          : offer.status === 'offered'
          ? said.notMet.title
          : offer.sheet.programme.title}
      </PageTitle>
      <OfferSheet sheet={offer.sheet} />
      {isOpen && <Answer />}
    </>
  )
}

function Answer() {
  const { offer } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const isDecline = reply?.initialValue?.['answer'] === 'decline'
  const { offer: said } = useWords().messages
  return (
    <>
      <CredentialResults sheet={offer.sheet} />
      <CredentialWork sheet={offer.sheet} />
      <Section title={said.choose}>
        <div className="grid max-w-2xl gap-10">
          <OfferChoices offer={offer} lastResult={isDecline ? null : reply} />
          <OfferDecline lastResult={isDecline ? reply : null} />
        </div>
      </Section>
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['offer']

function whyClosed(
  { status, answeredAt, lapsesAt, credentialId }: Shown,
  {
    messages: {
      offer: { over, notMet },
    },
    format,
  }: Words,
) {
  const day = format.on(answeredAt ?? lapsesAt)
  if (status === 'offered') return notMet.words
  return status === 'accepted' && !credentialId ? over.gone : over[status](day)
}
