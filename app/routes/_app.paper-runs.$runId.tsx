import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { useLookingAgain } from '~/components/looking-again'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PaperOutcomes, PaperRunActs, PapersRefused } from '~/components/paper-run-parts'
import { paperRunTitle } from '~/components/paper-run-title'
import { Section } from '~/components/section'
import { Terms } from '~/components/table'
import { titled } from '~/components/titled'
import { papersIn, paperRunPath } from '~/domain/paper-run'
import { PaperRunAct } from '~/domain/paper-run-forms.server'
import { findPaperRunPage } from '~/domain/paper-run-page.server'
import { cancelPaperRun, findPaperRun, resumePaperRun } from '~/domain/paper-run.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { paperRuns as said } from '~/messages/en/paper-runs'
import { useWords } from '~/messages/messages'
import { languageNames, paperLanguageOf } from '~/messages/paper-languages'

export const meta = titled(({ paperRuns }) => paperRuns.title)

export async function loader({ request, params: { runId = '' } }: LoaderFunctionArgs) {
  const after = Number(new URL(request.url).searchParams.get('after'))
  return findPaperRunPage(await requirePerson(request), runId, Number.isSafeInteger(after) ? Math.min(after, 1_000_000) : 0)
}

export async function action({ request, params: { runId = '' } }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  const { id } = await findPaperRun(actor, runId)
  return submit(request, PaperRunAct, async ({ act }) => {
    await (act === 'stop' ? cancelPaperRun : resumePaperRun)(actor, id)
    const words = act === 'stop' ? said.stopped : said.wentOn
    return redirect(paperRunPath(id), { headers: { 'Set-Cookie': flash({ words }) } })
  })
}

export default function PaperRun() {
  const { id, state, kind, counts, bytes, keptUntil, refused, next, startedAt, startedBy, ...run } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { paperRuns: words } = messages
  useLookingAgain(state === 'working')
  const reply = useActionData<typeof action>()?.reply ?? null
  const isThere = (state === 'ended' || state === 'cancelled') && counts.made > 0
  const isWhole = state === 'ended' && counts.refused === 0
  const about = [
    ...(run.recipient ? [{ name: words.issuedTo, value: run.recipient }, { name: words.basis, value: run.basis }] : []),
    { name: words.language, value: languageNames[paperLanguageOf(run.language)] },
  ]
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/paper-runs', words: words.title }} here={paperRunTitle({ kind, ...run }, messages)} />}
        below={words.started(format.on(startedAt), startedBy)}
      >
        {words.headings(kind, state, counts.made, papersIn(counts))}
      </PageTitle>
      {isThere && (
        <Section title={words.take} note={words.kept(format.day(format.dayOf(keptUntil)))}>
          <p className="mb-4 max-w-[62ch]">{words.size(counts.made, format.size(bytes))}</p>
          <LinkButton tone="primary" icon="download" to={`${paperRunPath(id)}.zip`} isDownload>{words.download}</LinkButton>
        </Section>
      )}
      {!isWhole && <Section title={words.outcomes} note={state === 'working' ? words.leave : undefined}>
        {state === 'cleared' && <p className="mb-6 max-w-[62ch]">{words.cleared}</p>}
        <PaperOutcomes counts={counts} state={state} />
        <PaperRunActs id={id} state={state} waiting={counts.waiting} reply={reply} />
      </Section>}
      {refused.length > 0 && (
        <Section title={words.left}>
          <PapersRefused refused={refused} />
          {next !== null && <div className="mt-6"><LinkButton to={`${paperRunPath(id)}?after=${next}`}>{words.next}</LinkButton></div>}
        </Section>
      )}
      <Section title={words.about}><Terms terms={about} /></Section>
    </>
  )
}
