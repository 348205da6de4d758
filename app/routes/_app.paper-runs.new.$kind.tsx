import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PaperRunForm } from '~/components/paper-run-form'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { paperRunPath, type PaperKind } from '~/domain/paper-run'
import { paperChoices } from '~/domain/paper-run-choices.server'
import { PaperOrderForms } from '~/domain/paper-run-forms.server'
import { startPaperRun } from '~/domain/paper-run.server'
import { mayMakePapers, seesWholeRecords } from '~/domain/policy'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'
import { paperLanguageOf } from '~/messages/paper-languages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ paperRuns }, data) => paperRuns.begin[data?.kind ?? 'certificate'])

/** As they stand in the address. */
const kinds: Record<string, PaperKind> = { certificates: 'certificate', transcripts: 'transcript' }

export async function loader({ request, params: { kind: named = '' } }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  allowed(mayMakePapers(actor))
  const kind = found(kinds[named])
  const scope = seesWholeRecords(actor) ? ('all' as const) : ('shared' as const)
  const programme = new URL(request.url).searchParams.get('programme')?.slice(0, 40) ?? ''
  const language = paperLanguageOf((await findHouse()).language)
  return { kind, scope, programme, language, ...(await paperChoices(actor)), formKey: newFormKey(), action: `/paper-runs/new/${named}` }
}

export async function action({ request, params: { kind: named = '' } }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  allowed(mayMakePapers(actor))
  const kind = found(kinds[named])
  const form = await request.formData()
  return submit(form, PaperOrderForms[kind], async order => redirect(paperRunPath(await startPaperRun(actor, order, formKeyIn(form)))))
}

export default function BeginPaperRun() {
  const { scope, ...offered } = useLoaderData<typeof loader>()
  const { paperRuns: { title, begin: words } } = useMessages()
  const { kind } = offered
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/paper-runs', words: title }} here={words[kind]} />}
        below={kind === 'certificate' ? words.below.certificate : words.below.transcript[scope]}
      >
        {words.heading[kind]}
      </PageTitle>
      <div className="pb-12"><PaperRunForm {...offered} reply={useActionData<typeof action>()?.reply ?? null} /></div>
    </>
  )
}
