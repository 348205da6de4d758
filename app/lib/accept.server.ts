import type { RequestHandler } from 'express'

export const CREDENTIAL_TYPES = [
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
]

/** The same of what was stored; who names none gets the name it had when Open Badges 3.0 was made. */
export const STORED_TYPES = ['application/vc', 'application/ld+json', 'application/json', 'application/vc+ld+json']

const PAGE = 'text/html'

/**
 * Express middleware: where a page and a document share an address, who asks for JSON gets what stands at the
 * address with `.json`. Who does not mind gets the page, or at `documents` the document.
 */
export function sharedAddresses({ pages, documents }: { pages: RegExp; documents: RegExp }): RequestHandler {
  return (request, response, next) => {
    const { path } = request
    const isDocument = documents.test(path)
    if (!isDocument && !pages.test(path)) return next()
    response.vary('Accept')
    const offered = isDocument ? [...CREDENTIAL_TYPES, PAGE] : [PAGE, ...CREDENTIAL_TYPES]
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && request.accepts(offered) !== PAGE) {
      request.url = `${path}.json${request.url.slice(path.length)}`
      // Remix reads this one, and so does the log.
      request.originalUrl = request.url
    }
    next()
  }
}

/** The first of the types offered that the asker names, and the last where they name none. */
export function typeFor(accept: string | null | undefined, offered: readonly string[]): string {
  const named = (accept ?? '').split(',').map(one => one.split(';', 1)[0]?.trim().toLowerCase())
  return offered.find(type => named.includes(type)) ?? offered.at(-1) ?? 'application/json'
}
