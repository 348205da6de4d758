import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { HiddenFields } from '~/components/inputs'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PlainForm } from '~/components/plain-form'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { RunBegin } from '~/domain/award-forms.server'
import { startRun } from '~/domain/award-run.server'
import { findPlan } from '~/domain/awarding-plan.server'
import { readyChoices, readyFilterIn, readyQuery } from '~/domain/ready-filter.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ awardRuns }) => awardRuns.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const registrar = await requirePerson(request)
  const { title, plan: { isQuiet } } = await findPlan(registrar, params.programmeId ?? '')
  const filter = readyFilterIn(new URL(request.url).searchParams)
  const { units } = await readyChoices(registrar)
  const unit = units.find(({ id }) => id === filter.unitId)?.name ?? null
  return { programmeId: params.programmeId ?? '', title, isQuiet, filter, unit, asked: readyQuery(filter), formKey: newFormKey() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  const programmeId = params.programmeId ?? ''
  await findPlan(registrar, programmeId)
  const form = await request.formData()
  return submit(form, RunBegin, async ({ begin: _, ...everybody }) => {
    const run = await startRun(registrar, programmeId, { everybody }, formKeyIn(form))
    return redirect(`/awards/${programmeId}/runs/${run}`)
  })
}

export default function BeginRun() {
  const { programmeId, title, isQuiet, asked, formKey } = useLoaderData<typeof loader>()
  const { awardRuns: { begin: words }, awards } = useMessages()
  const [form] = useForm<Record<string, string>>({ id: 'run', lastResult: useActionData<typeof action>()?.reply ?? null })
  const back = `/awards/${programmeId}?${new URLSearchParams(asked)}`
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: back, words: title }} here={awards.title} />}>{words.heading(title)}</PageTitle>
      <Section title={words.who}>
        <PlainForm form={form} action={`/awards/${programmeId}/runs`}>
          <HiddenFields values={{ begin: 'on', formKey, ...asked }} />
          <div className="grid max-w-[62ch] gap-2">
            <p>{words.everybody} <Narrowed /></p>
            <p>{isQuiet ? words.quiet : words.offered}</p>
            <p>{words.follows}</p>
          </div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton icon="award">{words.act}</SubmitButton>
            <LinkButton tone="quiet" to={back}>{words.keep}</LinkButton>
          </div>
        </PlainForm>
      </Section>
    </>
  )
}

function Narrowed() {
  const { filter: { studyProgramme, entryYear, name }, unit } = useLoaderData<typeof loader>()
  const { begin: words } = useMessages().awardRuns
  const parts = [
    unit && words.unit(unit), studyProgramme && words.study(studyProgramme), entryYear && words.year(entryYear), name && words.name(name),
  ].filter(Boolean)
  return parts.length > 0 && words.only(parts.join(', '))
}
