import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAchievement } from '~/domain/achievement.server'
import { serveDocument } from '~/lib/document.server'
import { found } from '~/lib/refusal'

/** What the achievement's id inside credentials resolves to, for programs. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const text = JSON.stringify(found(await findAchievement(params.id ?? '')))
  return serveDocument(
    request,
    { types: ['application/json', 'application/ld+json'], madeFrom: text },
    () => text,
  )
}
