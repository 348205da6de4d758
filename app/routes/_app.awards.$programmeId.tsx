import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { MadeAwards } from '~/components/made-awards'
import { OfferForm } from '~/components/offer-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { ReadyFilters } from '~/components/ready-filters'
import { RunList } from '~/components/run-list'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { OfferedTo } from '~/domain/award-forms.server'
import { findAwardDesk, findOffered } from '~/domain/award-list.server'
import { listRuns } from '~/domain/award-run-page.server'
import { findPlan } from '~/domain/awarding-plan.server'
import { offerAwards } from '~/domain/offer.server'
import { readyChoices, readyFilterIn, readyQuery } from '~/domain/ready-filter.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { awards as words } from '~/messages/en/awards'
import { useMessages, useWords } from '~/messages/messages'

export const meta = titled(({ awards }) => awards.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const registrar = await requirePerson(request)
  const programmeId = params.programmeId ?? ''
  const query = new URL(request.url).searchParams
  const [after, filter] = [query.get('after')?.slice(0, 40) ?? '', readyFilterIn(query)]
  const [desk, choices, runs, { plan }] = await Promise.all([
    findAwardDesk(registrar, programmeId, after, filter), readyChoices(registrar), listRuns(registrar, programmeId),
    findPlan(registrar, programmeId),
  ])
  return { ...desk, choices, runs, plan, isFirst: after === '', asked: readyQuery(filter) }
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
  const { programme, ready, next, made, runs, asked, choices } = useLoaderData<typeof loader>()
  const { awards, awardRuns } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/awards', words: awards.title }} />} below={<PlanNow />} actions={<Ways />}>
        {awards.programme.heading(programme.title, ready.length, next !== null)}
      </PageTitle>
      <Section title={awards.filters.title}>
        <ReadyFilters action={`/awards/${programme.id}`} asked={asked} {...choices} />
      </Section>
      <Section title={awards.programme.ready} note={awards.programme.readyNote}>
        {ready.length > 0 && <OfferForm key={`${made.length} ${ready[0]?.id}`} ready={ready} reply={reply} />}
        {ready.length === 0 && <p className="max-w-[62ch]">{next ? awards.programme.nobodyHere : awards.programme.nobody}</p>}
        <Further />
      </Section>
      {runs.length > 0 && (
        <Section title={awardRuns.latest} note={awardRuns.latestNote}>
          <RunList programmeId={programme.id} runs={runs} />
        </Section>
      )}
      <Section title={awards.programme.made} note={awards.programme.madeNote}>
        <MadeAwards made={made} />
      </Section>
    </>
  )
}

function PlanNow() {
  const { plan } = useLoaderData<typeof loader>()
  const { messages: { awardPlan: words }, format } = useWords()
  const day = plan.awardingDate && format.day(plan.awardingDate)
  return `${words.now(plan.mode, day, plan.isQuiet)}. ${words.roundNow(plan.round)}.`
}

function Ways() {
  const { programme, ready, next, asked, made } = useLoaderData<typeof loader>()
  const { awards: { programme: words }, awardPlan, paperRuns } = useMessages()
  const query = new URLSearchParams(asked).toString()
  return (
    <>
      {(ready.length > 0 || next !== null) && (
        <LinkButton icon="award" to={`/awards/${programme.id}/runs?${query}`}>
          {query ? words.everybodyFiltered : words.everybody}
        </LinkButton>
      )}
      {made.some(({ credential }) => credential !== null) && (
        <LinkButton tone="quiet" to={`/paper-runs/new/certificates?programme=${programme.id}`}>{paperRuns.begin.certificate}</LinkButton>
      )}
      <LinkButton tone="quiet" to={`/awards/${programme.id}/plan`}>{awardPlan.open}</LinkButton>
    </>
  )
}

function Further() {
  const { programme, next, isFirst, asked } = useLoaderData<typeof loader>()
  const { programme: words } = useMessages().awards
  if (next === null && isFirst) return null
  const to = (query: Record<string, string>) => `/awards/${programme.id}?${new URLSearchParams(query)}`
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={words.ready}>
      {next !== null && <LinkButton to={to({ ...asked, after: next })}>{words.goOn}</LinkButton>}
      {!isFirst && <LinkButton tone="quiet" to={to(asked)}>{words.first}</LinkButton>}
    </nav>
  )
}
