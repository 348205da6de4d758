import type { Request as Asked, RequestHandler } from 'express'
import { findPaperFiles, notePapersTaken, type PaperFile } from '~/domain/paper-run-page.server'
import { wholeEtag } from '~/lib/etag.server'
import { distinctFileNames } from '~/lib/file-name.server'
import { rangedReply, rangeIn } from '~/lib/ranged-reply.server'
import { readRunFile } from '~/lib/run-files.server'
import { requirePerson } from '~/lib/session.server'
import { storedZip, type StoredEntry } from '~/lib/stored-zip.server'
import { paperRuns as words } from '~/messages/en/paper-runs'

/**
 * Express, since a long file is written only as fast as it is taken: what a run has made, as one ZIP that is nowhere
 * kept. It is another, under another ETag, as soon as a paper is taken out of the run.
 */
export const paperRunZip: RequestHandler<{ id: string }> = async (request, response, next) => {
  try {
    const { id } = request.params
    const actor = await requirePerson(asAsked(request))
    const { kind, startedAt, files } = await findPaperFiles(actor, id)
    const zip = storedZip(entriesOf(id, files), startedAt)
    const file = {
      name: `${words.file[kind]}, ${startedAt.toISOString().slice(0, 10)}.zip`, mediaType: 'application/zip', bytes: zip.bytes, read: zip.read,
      etag: wholeEtag(id, startedAt.getTime(), JSON.stringify(files)),
    }
    const asked = rangeIn(request, file)
    if (request.method === 'GET' && asked !== 'none') {
      await notePapersTaken(actor, id, { papers: files.length, ...(asked ?? { from: 0, to: zip.bytes - 1 }) })
    }
    await rangedReply(request, response, file)
  } catch (error) {
    if (!(error instanceof Response)) return next(error)
    const to = error.headers.get('Location')
    return to ? response.redirect(error.status, to) : void response.status(error.status).end()
  }
}

function entriesOf(runId: string, files: readonly PaperFile[]): StoredEntry[] {
  const names = distinctFileNames(files.map(({ fileName }) => fileName))
  return files.map(({ position, bytes, crc32 }, at) => ({
    name: names[at] ?? `${position}.pdf`, bytes, crc32: Number.parseInt(crc32, 16),
    read: (from, to) => readRunFile({ runId, position, crc32 }, from, to),
  }))
}

/** Whose it is stands in a cookie, as on every page; a visitor comes back here from the sign-in page. */
function asAsked({ originalUrl, headers: { cookie = '' } }: Asked<{ id: string }>) {
  return new Request(new URL(originalUrl, 'http://localhost'), { headers: { Cookie: cookie } })
}
