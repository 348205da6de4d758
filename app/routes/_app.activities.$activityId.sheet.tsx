import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActivitySheetChoices } from '~/components/activity-sheet-choices'
import { LinkButton, SubmitButton } from '~/components/button'
import { Crumbs, PageTitle } from '~/components/page-title'
import { RecordSheet } from '~/components/record-sheet'
import { titled } from '~/components/titled'
import { sheetChoices, sheetQuery } from '~/domain/activity-sheet'
import { findActivitySheet, signActivitySheet } from '~/domain/activity-sheet.server'
import { flash } from '~/lib/flash.server'
import { requirePerson } from '~/lib/session.server'
import { activitySheet as said } from '~/messages/en/activity-sheet'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ activitySheet }, data) => activitySheet.page(data?.sheet.title ?? ''))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requirePerson(request)
  const asked = sheetChoices(new URL(request.url).searchParams)
  const { signed, madeAt: _madeAt, ...page } = await findActivitySheet(reader, params.activityId, asked)
  return { ...page, id: params.activityId ?? '', asked, isSigned: signed !== null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  await signActivitySheet(await requirePerson(request), params.activityId)
  return redirect(new URL(request.url).search || '?', { headers: { 'Set-Cookie': flash({ words: said.signed }) } })
}

export default function ActivitySheet() {
  const { sheet, id, asked, isTheirs, isSigned, names, choosable } = useLoaderData<typeof loader>()
  const { activitySheet: words } = useMessages()
  const [here, query] = [`/activities/${id}/sheet`, sheetQuery(asked)]
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: isTheirs ? `/activities/${id}` : `/review/${id}`, words: words.back }} here={words.kind} />}
        below={`${sheet.holder}. ${sheet.about}`}
        actions={<LinkButton tone="primary" icon="download" to={`${here}.pdf?${query}`}>{words.pdf}</LinkButton>}
      >
        {sheet.title}
      </PageTitle>
      {isTheirs && (
        <div className="border-t border-line py-6 print:hidden">
          {!isSigned && (
            <form method="post" action={`${here}?${query}`} className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <SubmitButton tone="second">{words.sign}</SubmitButton>
              <p className="label max-w-[62ch]">{words.signNote}</p>
            </form>
          )}
          <ActivitySheetChoices action={here} asked={asked} names={names} choosable={choosable} />
        </div>
      )}
      <RecordSheet sheet={sheet} />
    </>
  )
}
