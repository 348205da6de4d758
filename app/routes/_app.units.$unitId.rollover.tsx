import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Crumbs, PageTitle } from '~/components/page-title'
import { RolloverList } from '~/components/rollover-list'
import { titled } from '~/components/titled'
import { listToConfirm, rollOver } from '~/domain/rollover.server'
import { RolloverForm } from '~/domain/unit-forms.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { units as words } from '~/messages/en/units'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ units }) => units.rollover.page)

export async function loader({ request, params: { unitId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return { ...(await listToConfirm(person, unitId, after)), unitId, isFirst: !after }
}

export async function action({ request, params: { unitId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await listToConfirm(person, unitId, null)
  return submit(request, RolloverForm, async form => {
    const count = await rollOver(person, unitId, form)
    const said = form.then === 'keep' ? words.rollover.kept(count) : words.rollover.retired(count)
    return redirect(`/units/${unitId}/rollover`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  })
}

export default function Rollover() {
  const { unit, unitId, rows, next, isFirst } = useLoaderData<typeof loader>()
  const { units, common } = useMessages()
  const { rollover } = units
  const reply = useActionData<typeof action>()?.reply ?? null
  const here = `/units/${unitId}/rollover`
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: `/units/${unitId}`, words: unit }} />}
        below={rows.length > 0 && rollover.below}
      >
        {rollover.heading(unit)}
      </PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        {rows.length === 0 ? (
          <p className="prose">{rollover.none}</p>
        ) : (
          <RolloverList rows={rows} action={here} reply={reply} />
        )}
        {(next || !isFirst) && (
          <nav className="mt-6 flex flex-wrap gap-3" aria-label={common.pager.of}>
            {next && (
              <LinkButton isSmall to={`${here}?after=${next}`}>
                {rollover.next}
              </LinkButton>
            )}
            {!isFirst && (
              <LinkButton isSmall tone="quiet" to={here}>
                {rollover.first}
              </LinkButton>
            )}
          </nav>
        )}
      </div>
    </>
  )
}
