import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PlanForm as PlanFields } from '~/components/plan-form'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { asShown, findPlan, PlanForm, setPlan } from '~/domain/awarding-plan.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { awardPlan as words } from '~/messages/en/award-plan'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ awardPlan }) => awardPlan.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const programmeId = params.programmeId ?? ''
  const { title, plan } = await findPlan(await requirePerson(request), programmeId)
  return { programmeId, title, plan, shown: asShown(plan) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  const programmeId = params.programmeId ?? ''
  await findPlan(registrar, programmeId)
  return submit(request, PlanForm, async form => {
    await setPlan(registrar, programmeId, form)
    return redirect(`/awards/${programmeId}`, { headers: { 'Set-Cookie': flash({ words: words.saved }) } })
  })
}

export default function Plan() {
  const { programmeId, title, plan, shown } = useLoaderData<typeof loader>()
  const { awardPlan, awards } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/awards/${programmeId}`, words: title }} here={awards.title} />}>
        {awardPlan.heading(title)}
      </PageTitle>
      <Section title={awardPlan.title} note={awardPlan.note}>
        <PlanFields action={`/awards/${programmeId}/plan`} plan={plan} shown={shown} reply={reply} />
      </Section>
    </>
  )
}
