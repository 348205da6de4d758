import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { DesignDryRun } from '~/components/design-dry-run'
import { DesignHead } from '~/components/design-head'
import { useLookingAgain } from '~/components/looking-again'
import { titled } from '~/components/titled'
import { findDesign } from '~/domain/design-page.server'
import { askDryRun } from '~/domain/dry-run-waiting.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled<typeof loader>(({ designDryRun }, data) => designDryRun.page(data?.design.title ?? ''))

/** Only when it is asked for: everybody is looked at. */
export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const design = await findDesign(person, programmeId)
  const isAsked = new URL(request.url).searchParams.has('run')
  return { design, asked: isAsked ? await askDryRun(person, design) : null }
}

export default function DesignTried() {
  const { design, asked } = useLoaderData<typeof loader>()
  const { designDryRun: words } = useMessages()
  const result = asked && 'tried' in asked ? asked : null
  const looked = asked && 'looked' in asked ? asked.looked : null
  useLookingAgain(looked !== null)
  const press = looked !== null ? words.look : result ? words.again : words.run
  return (
    <>
      <DesignHead design={design} />
      {result && <DesignDryRun design={design} result={result} />}
      <div className="grid justify-items-start gap-3 border-t border-line py-8">
        {!asked && <h2>{words.before}</h2>}
        {looked !== null && <p className="text-2xl" role="status">{words.underway(looked)}</p>}
        <p className="prose">{words.note}</p>
        <LinkButton tone={result ? 'second' : 'primary'} to={`/design/${design.id}/dry-run?run`}>
          {press}
        </LinkButton>
      </div>
    </>
  )
}
