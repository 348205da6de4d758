import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OpportunityForm, ProposalForm } from '~/components/opportunity-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { listCompetencyNames } from '~/domain/framework.server'
import { typedMinutes } from '~/domain/minutes'
import { OpportunityForm as Opportunity, ProposalForm as Proposal } from '~/domain/opportunity-forms.server'
import { keepOpportunity } from '~/domain/opportunity-keeping.server'
import { findOpportunityToWrite, type WrittenOpportunity } from '~/domain/opportunity-page.server'
import { proposeAgain } from '~/domain/proposal.server'
import { listKeptUnits, listUnits } from '~/domain/unit.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { opportunities as words } from '~/messages/en/opportunities'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ opportunities }, data) =>
  opportunities.write.change(data?.written.title ?? ''),
)

export async function loader({ request, params: { opportunityId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const opportunity = await findOpportunityToWrite(person, opportunityId)
  const [units, competencies] = await Promise.all([
    opportunity.mayKeep ? listKeptUnits(person) : listUnits(person.institutionId),
    listCompetencyNames(person.institutionId),
  ])
  const { id, mayKeep, shown, openedAt } = opportunity
  return {
    ...{ id, mayKeep, shown, isOpen: openedAt !== null },
    written: typedOf(opportunity),
    units: units.map(unit => ({ id: unit.id, name: unit.name })),
    competencies,
  }
}

function typedOf(opportunity: WrittenOpportunity) {
  const { expectedMinutesMin: least, expectedMinutesMax: most, validatorUntil, sampleOneIn } = opportunity
  const { title, organisation, unitId, category, description, competencyIds: competencies } = opportunity
  const { validatorName, validatorEmail, deputyName, deputyEmail, ...checks } = opportunity
  const { allowsPeers, reviewPolicy } = checks
  return {
    ...{ title, organisation, unitId, category, description, competencies },
    ...{ validatorName, validatorEmail, deputyName, deputyEmail },
    ...{ endorsementsNeeded: String(checks.endorsementsNeeded), allowsPeers, reviewPolicy },
    ...(least !== null && { least: typedMinutes(least) }),
    ...(most !== null && { most: typedMinutes(most) }),
    ...(validatorUntil !== null && { validatorUntil }),
    ...(sampleOneIn !== null && { sampleOneIn: String(sampleOneIn) }),
  }
}

export async function action({ request, params: { opportunityId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { mayKeep, openedAt } = await findOpportunityToWrite(person, opportunityId)
  const form = await request.formData()
  const shown = String(form.get('shown'))
  const there = (said: string) =>
    redirect(`/opportunities/${opportunityId}`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  if (mayKeep) {
    return submit(form, Opportunity, async opportunity => {
      await keepOpportunity(person, opportunityId, shown, opportunity)
      return there(openedAt ? words.write.changed : words.write.opened)
    })
  }
  return submit(form, Proposal, async proposal => {
    await proposeAgain(person, opportunityId, shown, proposal)
    return there(words.write.proposed)
  })
}

export default function WriteOpportunity() {
  const { id, mayKeep, isOpen, shown, ...form } = useLoaderData<typeof loader>()
  const { write } = useMessages().opportunities
  const reply = useActionData<typeof action>()?.reply ?? null
  const shared = { ...form, reply, action: `/opportunities/${id}/edit`, hidden: { shown } }
  const { title } = form.written
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/opportunities/${id}`, words: title }} />}>
        {mayKeep && !isOpen ? write.open(title) : write.change(title)}
      </PageTitle>
      <div className="max-w-[44rem] border-t border-line py-8">
        {mayKeep ? (
          <OpportunityForm {...shared} submitWords={isOpen ? write.doChange : write.doOpen} />
        ) : (
          <ProposalForm {...shared} submitWords={write.doPropose} />
        )}
      </div>
    </>
  )
}
