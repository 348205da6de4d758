import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { MadeAwards } from '~/components/made-awards'
import { OfferForm } from '~/components/offer-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { OfferedTo } from '~/domain/award-forms.server'
import { findAwardDesk, findOffered } from '~/domain/award-list.server'
import { offerAwards } from '~/domain/offer.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { awards as words } from '~/messages/en/awards'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ awards }) => awards.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after')?.slice(0, 40) ?? ''
  const desk = await findAwardDesk(await requirePerson(request), params.programmeId ?? '', after)
  return { ...desk, isFirst: after === '' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  const programmeId = params.programmeId ?? ''
  await findOffered(registrar, programmeId)
  return submit(request, OfferedTo, async ({ students }) => {
    const { awardIds, notYetIds } = await offerAwards(registrar, programmeId, students)
    const told = [words.programme.offered(awardIds.length), notYetIds.length > 0 && words.programme.notYet(notYetIds.length)]
    return redirect(`/awards/${programmeId}`, { headers: { 'Set-Cookie': flash({ words: told.filter(Boolean).join(' ') }) } })
  })
}

export default function ProgrammeAwards() {
  const { programme, ready, next, isFirst, made } = useLoaderData<typeof loader>()
  const { awards } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/awards', words: awards.title }} />}>
        {awards.programme.heading(programme.title, ready.length, next !== null)}
      </PageTitle>
      <Section title={awards.programme.ready} note={awards.programme.readyNote}>
        {ready.length > 0 && <OfferForm key={`${made.length} ${ready[0]?.id}`} ready={ready} reply={reply} />}
        {ready.length === 0 && <p className="max-w-[62ch]">{next ? awards.programme.nobodyHere : awards.programme.nobody}</p>}
        {(next !== null || !isFirst) && (
          <nav className="mt-6 flex flex-wrap gap-3" aria-label={awards.programme.ready}>
            {next !== null && <LinkButton to={`?after=${next}`}>{awards.programme.goOn}</LinkButton>}
            {!isFirst && <LinkButton tone="quiet" to={`/awards/${programme.id}`}>{awards.programme.first}</LinkButton>}
          </nav>
        )}
      </Section>
      <Section title={awards.programme.made} note={awards.programme.madeNote}>
        <MadeAwards made={made} />
      </Section>
    </>
  )
}
