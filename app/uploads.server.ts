import type { Request, RequestHandler, Response } from 'express'
import { Metadata } from '@tus/server'
import { MAXIMUM_RECORDING_BYTES } from '~/domain/evidence'
import type { PersonActor } from '~/domain/policy'
import { beginUpload, discardUpload, finishUpload, lookAtStart, noteReceived, requireUpload } from '~/domain/upload.server'
import { exchange, piecesOf } from '~/lib/pieces.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { evidence as words } from '~/messages/en/evidence'

interface Params {
  activityId: string
  uploadId?: string
}

/** Express, since pieces are read as they come: large recordings, by tus, from the student whose draft it is. */
export const uploads: RequestHandler<Params> = async (request, response, next) => {
  try {
    const student = await findActor(asAsked(request))
    if (!student) return void response.status(401).type('text').send(words.sending.signIn)
    const { uploadId } = request.params
    await (uploadId ? goOn(student, uploadId, request, response) : begin(student, request, response))
  } catch (error) {
    if (error instanceof NotFound) return void response.status(404).end()
    if (error instanceof Refusal) return void response.status(422).type('text').send(error.message)
    next(error)
  }
}

async function begin(student: PersonActor, request: Request<Params>, response: Response) {
  if (request.method !== 'POST') throw new NotFound()
  const { activityId } = request.params
  const said = saidIn(request)
  const shown = { id: activityId, revision: Number(said['revision']) }
  const bytes = Number(request.get('Upload-Length'))
  const id = await beginUpload(student, shown, { fileName: said['fileName'] ?? '', bytes })
  const finish = () => finished(student, activityId, id)
  await exchange(request, response, { ...exchanged(activityId, id), finish })
}

async function goOn(student: PersonActor, id: string, request: Request<Params>, response: Response) {
  const { activityId } = request.params
  // tus begins an upload with POST, and this one has begun.
  if (request.method === 'POST') throw new NotFound()
  const upload = await requireUpload(student, activityId, id)
  if (upload.isEvidence) return answerFinished(upload.bytes, request, response)
  const isAllHere = request.method === 'HEAD' && (await piecesOf(id))?.received === upload.bytes
  if (isAllHere) {
    await finishUpload(student, upload)
    return answerFinished(upload.bytes, request, response)
  }
  if (request.method === 'PATCH') await lookAtStart(upload)
  const finish = () => finishUpload(student, upload)
  await exchange(request, response, { ...exchanged(activityId, id), finish })
  if (request.method === 'DELETE') await discardUpload(id)
  if (request.method === 'PATCH') await noteReceived(id)
}

async function finished(student: PersonActor, activityId: string, id: string) {
  const upload = await requireUpload(student, activityId, id)
  if (!upload.isEvidence) await finishUpload(student, upload)
}

/** The answer to the last piece may be lost: who asks again hears that all of it is here. */
function answerFinished(bytes: number, { method }: Request<Params>, response: Response) {
  if (method !== 'HEAD') throw new NotFound()
  const all = String(bytes)
  response.set({ 'Tus-Resumable': '1.0.0', 'Upload-Offset': all, 'Upload-Length': all }).status(200).end()
}

const exchanged = (activityId: string, id: string) => ({
  id,
  address: `/activities/${activityId}/uploads`,
  maximum: MAXIMUM_RECORDING_BYTES,
})

/** Whose it is stands in a cookie, as on every page. */
function asAsked(request: Request<Params>) {
  return new globalThis.Request('http://localhost', { headers: { Cookie: request.get('Cookie') ?? '' } })
}

function saidIn(request: Request<Params>): Record<string, string | null> {
  try {
    return Metadata.parse(request.get('Upload-Metadata'))
  } catch {
    throw new Refusal(words.sending.unreadable) // its header is the sender's to spoil
  }
}
