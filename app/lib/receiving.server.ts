import type { Refusal } from './refusal'
import { readUpload, type Upload } from './upload.server'

/** Works with an upload, and leaves nothing of it behind that the work did not keep. */
export async function receiving<Done>(
  request: Request,
  limit: { bytes: number; tooLarge: Refusal },
  work: (upload: Upload & { refusal: Refusal | null }) => Promise<Done>,
): Promise<Done> {
  const upload = await readUpload(request, limit.bytes, limit.tooLarge)
  try {
    return await work(upload)
  } finally {
    await upload.file?.discard()
  }
}

export const isUpload = (request: Request) =>
  request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
