import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { NonceProvider } from './components/nonce'
import { framesOf, log, pathForLog, reasonOf } from './lib/log.server'

/**
 * Nothing here is deferred, so a page is rendered in one go: a third cheaper than streaming it. The data for
 * the browser, which Remix would stream behind the page, is put before its end; a page without script has none.
 */
export default async function answerDocument(
  request: Request, status: number, headers: Headers, remix: EntryContext, { nonce, keepRendered }: AppLoadContext,
) {
  const { serverHandoffStream: handoff } = remix
  // Without a stream RemixServer renders the page alone.
  Object.assign(remix, { serverHandoffStream: undefined })
  const page = renderToString(
    <NonceProvider nonce={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceProvider>,
  )
  const script = remix.renderMeta?.didRenderScripts ? dataScript(await textOf(handoff), nonce) : ''
  const html = script ? page.replace('</body>', () => `${script}</body>`) : page
  const body = Buffer.from(`<!DOCTYPE html>${html}`)
  if (status === 200) keepRendered?.(body)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { status, headers })
}

/** A bug is logged; a visitor who went away, or an address that leads nowhere, is not one. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  log.error({ reason: reasonOf(error), frames: framesOf(error), path: pathForLog(new URL(request.url).pathname) }, 'failed')
}

const textOf = (stream: ReadableStream<Uint8Array> | undefined) => new Response(stream).text()

function dataScript(handoff: string, nonce: string) {
  const text = JSON.stringify(handoff).replace(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `<script nonce="${nonce}">window.__remixContext.streamController.enqueue(${text});window.__remixContext.streamController.close();</script>`
}
