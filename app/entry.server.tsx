import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { NonceProvider } from './components/nonce'
import { framesOf, log, pathForLog, reasonOf } from './lib/log.server'

/**
 * Nothing here is deferred, so a page is rendered in one go: a third cheaper than streaming it. The data for
 * the browser, which Remix would stream behind the page, is read first and put before its end.
 */
export default async function answerDocument(
  request: Request, status: number, headers: Headers, remix: EntryContext, { nonce }: AppLoadContext,
) {
  const handoff = remix.serverHandoffStream ? await new Response(remix.serverHandoffStream).text() : ''
  // Without a stream RemixServer renders the page alone.
  Object.assign(remix, { serverHandoffStream: undefined })
  const page = renderToString(
    <NonceProvider nonce={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const html = remix.renderMeta?.didRenderScripts ? page.replace('</body>', () => `${dataScript(handoff, nonce)}</body>`) : page
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** A bug is logged; a visitor who went away is not one. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted) return
  log.error({ reason: reasonOf(error), frames: framesOf(error), path: pathForLog(new URL(request.url).pathname) }, 'failed')
}

function dataScript(handoff: string, nonce: string) {
  const text = JSON.stringify(handoff).replace(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `<script nonce="${nonce}">window.__remixContext.streamController.enqueue(${text});window.__remixContext.streamController.close();</script>`
}
