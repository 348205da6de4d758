import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { DesignDryRun } from '~/components/design-dry-run'
import { DesignHead } from '~/components/design-head'
import { titled } from '~/components/titled'
import { findDesign } from '~/domain/design-page.server'
import { dryRun } from '~/domain/dry-run.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ designDryRun }, data) => designDryRun.page(data?.design.title ?? ''))

/** Only when it is asked for: everybody is looked at. */
export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const design = await findDesign(person, programmeId)
  const isAsked = new URL(request.url).searchParams.has('run')
  return { design, result: isAsked ? await dryRun(person, programmeId) : null }
}

export default function DesignTried() {
  const { design, result } = useLoaderData<typeof loader>()
  const { designDryRun: words } = useMessages()
  return (
    <>
      <DesignHead design={design} />
      {result && <DesignDryRun design={design} result={result} />}
      <div className="grid justify-items-start gap-3 border-t border-line py-8">
        {!result && <h2>{words.before}</h2>}
        <p className="prose">{words.note}</p>
        <LinkButton tone={result ? 'second' : 'primary'} to={`/design/${design.id}/dry-run?run`}>
          {result ? words.again : words.run}
        </LinkButton>
      </div>
    </>
  )
}
