import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OpportunityForm, ProposalForm } from '~/components/opportunity-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { listCompetencyNames } from '~/domain/framework.server'
import { OpportunityForm as Opportunity, ProposalForm as Proposal } from '~/domain/opportunity-forms.server'
import { addOpportunity } from '~/domain/opportunity-keeping.server'
import { mayKeepOpportunities, mayLogActivities } from '~/domain/policy'
import { proposeOpportunity } from '~/domain/proposal.server'
import { listKeptUnits, listUnits } from '~/domain/unit.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { opportunities as words } from '~/messages/en/opportunities'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ opportunities }) => opportunities.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const isKeeper = mayKeepOpportunities(person)
  allowed(isKeeper || mayLogActivities(person))
  const [units, competencies] = await Promise.all([
    isKeeper ? listKeptUnits(person) : listUnits(person.institutionId),
    listCompetencyNames(person.institutionId),
  ])
  return { isKeeper, units: units.map(({ id, name }) => ({ id, name })), competencies, formKey: newFormKey() }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayKeepOpportunities(person) || mayLogActivities(person))
  const form = await request.formData()
  const there = (id: string, said: string) =>
    redirect(`/opportunities/${id}`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  if (mayKeepOpportunities(person)) {
    return submit(form, Opportunity, async opportunity =>
      there(await addOpportunity(person, opportunity, formKeyIn(form)), words.write.added),
    )
  }
  return submit(form, Proposal, async proposal =>
    there(await proposeOpportunity(person, proposal, formKeyIn(form)), words.write.proposed),
  )
}

export default function NewOpportunity() {
  const { isKeeper, formKey, ...choices } = useLoaderData<typeof loader>()
  const { opportunities } = useMessages()
  const { write } = opportunities
  const reply = useActionData<typeof action>()?.reply ?? null
  const shared = { ...choices, reply, action: '/opportunities/new', hidden: { formKey } }
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/opportunities', words: opportunities.page }} />}
        below={!isKeeper && write.proposeNote}
      >
        {isKeeper ? write.add : write.propose}
      </PageTitle>
      <div className="max-w-[44rem] border-t border-line py-8">
        {isKeeper ? (
          <OpportunityForm {...shared} submitWords={write.doAdd} />
        ) : (
          <ProposalForm {...shared} submitWords={write.doPropose} />
        )}
      </div>
    </>
  )
}
