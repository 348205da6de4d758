import type { Request, RequestHandler } from 'express'
import { forms } from '~/messages/en/forms'

/** The longest form there is, a year of days with their notes in any script, takes half of this. */
const MOST = 2_000_000

/** They read piece by piece, or look at the length themselves. */
const careful = /^\/(sign-in|verify|verify\/many|api\/verify)(\.data)?$/
const uploads = /^\/(activities\/[^/]+\/(evidence|files|document|days)|design\/[^/]+\/artwork)(\.data)?$/

/** Express middleware: forms are read into memory as a whole, so anyone's length is looked at first. */
export const refuseLongForms: RequestHandler = (request, response, next) => {
  if (!isTooLong(request)) return next()
  response.status(413).set('Connection', 'close').type('text').send(forms.tooLongToRead)
}

function isTooLong({ path, headers }: Request) {
  const isFile = uploads.test(path) && headers['content-type']?.startsWith('multipart/form-data')
  if (careful.test(path) || isFile) return false
  // Browsers say how long a form is. What comes without an end in sight is none.
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > MOST
}
