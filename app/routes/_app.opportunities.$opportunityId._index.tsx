import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OpportunityFacts } from '~/components/opportunity-facts'
import { OpportunityKeeping } from '~/components/opportunity-keeping'
import { LogThis } from '~/components/opportunity-log'
import { OpportunityShows } from '~/components/opportunity-shows'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Note, Section } from '~/components/section'
import { titled } from '~/components/titled'
import { TowardsList } from '~/components/towards'
import { ButtonForm } from '~/domain/activity-forms.server'
import { RefusalForm } from '~/domain/opportunity-forms.server'
import { retireOpportunity } from '~/domain/opportunity-keeping.server'
import { findOpportunityPage } from '~/domain/opportunity-page.server'
import { logOpportunity } from '~/domain/opportunity.server'
import type { PersonActor } from '~/domain/policy'
import { refuseProposal } from '~/domain/proposal.server'
import { expectationOf, lookAhead } from '~/domain/prospect.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { requirePerson } from '~/lib/session.server'
import { opportunities as words } from '~/messages/en/opportunities'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(
  ({ opportunities }, data) => data?.opportunity.title ?? opportunities.page,
)

export async function loader({ request, params: { opportunityId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const opportunity = await findOpportunityPage(person, opportunityId)
  return {
    opportunity,
    towards: opportunity.may.log ? await towards(person, opportunity) : [],
    formKey: newFormKey(),
  }
}

async function towards(person: PersonActor, opportunity: Awaited<ReturnType<typeof findOpportunityPage>>) {
  const competencies = opportunity.competencies.map(competency => ({
    competencyId: competency.id,
    competency,
  }))
  return (await lookAhead(person)).towards(expectationOf({ ...opportunity, competencies }))
}

export async function action({ request, params: { opportunityId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await findOpportunityPage(person, opportunityId)
  const form = await request.formData()
  const told = (said: string) =>
    redirect('/opportunities/proposals', { headers: { 'Set-Cookie': flash({ words: said }) } })
  switch (form.get('act')) {
    case 'refuse':
      return submit(form, RefusalForm, async refusal => {
        await refuseProposal(person, opportunityId, String(form.get('shown')), refusal)
        return told(words.one.refused)
      })
    case 'retire':
      return submit(form, ButtonForm, async () => {
        await retireOpportunity(person, opportunityId)
        return told(words.one.retired)
      })
    default:
      return submit(form, ButtonForm, async () =>
        redirect(`/activities/${await logOpportunity(person, opportunityId, formKeyIn(form))}/when`),
      )
  }
}

export default function Opportunity() {
  const { opportunity, towards, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { opportunities, activity } = useMessages()
  const { one } = opportunities
  const { may, state, title, organisation } = opportunity
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/opportunities', words: opportunities.page }} />}>
        {activity.named(title, organisation)}
      </PageTitle>
      {state !== 'open' && (
        <div className="pb-6">
          <Note tone="sky">{may.proposeAgain ? one.returned : one.state[state]}</Note>
        </div>
      )}
      <OpportunityFacts opportunity={opportunity} />
      {may.log && <LogThis formKey={formKey} opportunityId={opportunity.id} reply={reply} />}
      <OpportunityShows competencies={opportunity.competencies} />
      {towards.length > 0 && (
        <Section title={one.towards} note={one.towardsNote}>
          <TowardsList towards={towards} />
        </Section>
      )}
      {may.keep && <OpportunityKeeping opportunity={opportunity} reply={reply} />}
    </>
  )
}
