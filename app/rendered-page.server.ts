import { gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { publicStateOf } from '~/domain/shown-credential.server'
import { REVALIDATED } from '~/lib/document.server'
import { etagOf, holds } from '~/lib/etag.server'
import { themeIn } from '~/lib/theme.server'

const AT_MOST = 500
const kept = new Map<string, { plain: Buffer; gzip: Buffer }>()

/**
 * Express middleware for the page of a shared credential, which is the same for everybody until something about it
 * changes: it is rendered once a state, and who holds that state already is told so. Whatever it does not know goes on
 * to Remix, which hands the page back through `keepRendered`. A page repeats its query, so one with a query is its
 * reader's own. `version` is of the build, since pages name its files.
 */
export function renderedPages(version: string): RequestHandler<{ id: string }> {
  return async (request, response, next) => {
    try {
      const state = request.url.includes('?') ? null : await publicStateOf(request.params.id)
      if (state === null) return next()
      const etag = etagOf(version, state, themeIn(request.headers.cookie) ?? null)
      response.vary('Cookie').set({ ETag: etag, 'Cache-Control': REVALIDATED, 'X-Robots-Tag': 'noindex, nofollow' })
      if (holds(request.get('If-None-Match'), etag)) return void response.status(304).end()
      const page = kept.get(etag)
      if (!page) {
        response.locals.keepRendered = (plain: Buffer) => keep(etag, plain)
        return next()
      }
      const isZipped = request.acceptsEncodings('gzip') === 'gzip'
      if (isZipped) response.set('Content-Encoding', 'gzip')
      response.vary('Accept-Encoding').type('html').send(isZipped ? page.gzip : page.plain)
    } catch (error) {
      next(error)
    }
  }
}

function keep(etag: string, plain: Buffer) {
  if (kept.size >= AT_MOST) kept.clear()
  kept.set(etag, { plain, gzip: gzipSync(plain) })
}
