import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { fetchGuarded, type FetchOptions } from '~/lib/fetch.server'
import type { Job } from '~/lib/job-queue.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import { titleIn } from './page-title'

/** After the commit somebody looks what the page at a link calls itself. */
export function lookAtLink(tx: Tx, evidenceId: string) {
  return enqueue(tx, { kind: 'read-link', payload: { evidenceId } })
}

registerJobs({ 'read-link': ({ payload }: Job) => readLink(Link.parse(payload).evidenceId) })

const Link = z.object({ evidenceId: z.string() })

/** Keeps the title and when it was read. `options` say where else than on the open web may be looked. */
export async function readLink(evidenceId: string, options: Partial<FetchOptions> = {}) {
  const link = await db.evidence.findUnique({ where: { id: evidenceId }, select: { url: true } })
  const linkTitle = link?.url ? await readTitle(link.url, options) : null
  if (linkTitle === null) return
  // What a version holds stays as it was submitted.
  const where = { id: evidenceId, revisions: { none: {} } }
  await transaction(tx => tx.evidence.updateMany({ where, data: { linkTitle, linkReadAt: now() } }))
}

/** Null where nobody answers, or no page: a link counts without a title as well. */
async function readTitle(url: string, options: Partial<FetchOptions>): Promise<string | null> {
  const page = await fetchGuarded(url, { accept: 'text/html', ...options })
  if ('refused' in page || !/^(text\/html|application\/xhtml\+xml)\b/i.test(page.contentType)) return null
  return titleIn(page.text)
}
