import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { useLookingAgain } from '~/components/looking-again'
import { Crumbs, PageTitle } from '~/components/page-title'
import { RunLeft, RunOutcomes } from '~/components/run-outcomes'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { totalOf } from '~/domain/award-run'
import { RunStop } from '~/domain/award-forms.server'
import { findRunPage } from '~/domain/award-run-page.server'
import { cancelRun, findRunFor } from '~/domain/award-run.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { awardRuns as said } from '~/messages/en/award-runs'
import { useMessages, useWords } from '~/messages/messages'

export const meta = titled(({ awardRuns }) => awardRuns.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after')?.slice(0, 40) ?? ''
  return findRunPage(await requirePerson(request), params.runId ?? '', after)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  const run = await findRunFor(registrar, params.runId ?? '')
  return submit(request, RunStop, async () => {
    await cancelRun(registrar, run.id)
    return redirect(`/awards/${run.programmeId}/runs/${run.id}`, { headers: { 'Set-Cookie': flash({ words: said.stopped }) } })
  })
}

export default function Run() {
  const { id, programme, state, counts, startedAt, startedBy, left, next } = useLoaderData<typeof loader>()
  const { messages: { awardRuns: words, awards }, format } = useWords()
  const isRunning = state === 'gathering' || state === 'working'
  useLookingAgain(isRunning)
  const here = `/awards/${programme.id}/runs/${id}`
  const all = totalOf(counts)
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: `/awards/${programme.id}`, words: programme.title }} here={awards.title} />}
        below={words.started(format.on(startedAt), startedBy)}
      >
        {words.heading(state, all - counts.waiting, all)}
      </PageTitle>
      <Section title={words.outcomes} note={isRunning ? words.leave : undefined}>
        <RunOutcomes counts={counts} isOpen={state === 'gathering'} />
        {isRunning && <Stop here={here} />}
      </Section>
      {left.length > 0 && (
        <Section title={words.left}>
          <RunLeft left={left} />
          {next && <div className="mt-6"><LinkButton to={`${here}?after=${next}`}>{words.next}</LinkButton></div>}
        </Section>
      )}
    </>
  )
}

/** Without script the link looks again. */
function Stop({ here }: { here: string }) {
  const { awardRuns: words } = useMessages()
  const [form] = useForm<Record<string, string>>({ id: 'stop', lastResult: useActionData<typeof action>()?.reply ?? null })
  return (
    <Form form={form} className="mt-8 grid gap-3">
      <HiddenFields values={{ stop: 'on' }} />
      <div className="flex flex-wrap gap-3">
        <LinkButton to={here}>{words.look}</LinkButton>
        <SubmitButton tone="quiet">{words.stop}</SubmitButton>
      </div>
      <p className="label">{words.stopNote}</p>
    </Form>
  )
}
