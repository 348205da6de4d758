import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BurdenTable } from '~/components/burden-table'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { titled } from '~/components/titled'
import { periods } from '~/domain/burden'
import { askedBurden, listBurden } from '~/domain/burden.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ burden }) => burden.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const asked = askedBurden(new URL(request.url).searchParams)
  return { ...(await listBurden(person, asked)), isFirst: !asked.after }
}

export default function Burden() {
  const { rows, next, isFirst, ...chosen } = useLoaderData<typeof loader>()
  const { burden } = useMessages()
  const here = `/burden?${new URLSearchParams({ unit: chosen.unit ?? '', days: String(chosen.days) })}`
  return (
    <>
      <PageTitle below={burden.note}>{burden.heading}</PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        <Choice {...chosen} />
        {rows.length > 0 ? <BurdenTable rows={rows} /> : <p className="prose">{burden.none}</p>}
        <Pager olderHref={next && `${here}&after=${encodeURIComponent(next)}`} newestHref={isFirst ? null : here} />
      </div>
    </>
  )
}

type Chosen = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'units' | 'unit' | 'days'>

function Choice({ units, unit, days }: Chosen) {
  const { burden } = useMessages()
  return (
    <form method="get" action="/burden" className="mb-6 flex flex-wrap items-end gap-3">
      <label className="grid min-w-0 gap-1">
        <span className="field-label">{burden.unit}</span>
        <select name="unit" className="input" defaultValue={unit ?? ''}>
          <option value="">{burden.allUnits}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="field-label">{burden.period}</span>
        <select name="days" className="input" defaultValue={days}>
          {periods.map(period => (
            <option key={period} value={period}>
              {burden.days(period)}
            </option>
          ))}
        </select>
      </label>
      <button className="btn btn-second">{burden.show}</button>
    </form>
  )
}
