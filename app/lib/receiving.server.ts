import { readUpload, type Upload, type UploadLimit } from './upload.server'

/** Works with an upload, and leaves nothing of it behind that the work did not keep. */
export async function receiving<Done>(
  request: Request,
  limit: UploadLimit,
  work: (upload: Upload) => Promise<Done>,
): Promise<Done> {
  const upload = await readUpload(request, limit)
  try {
    return await work(upload)
  } finally {
    for (const { arrived } of upload.files) await arrived?.discard()
  }
}

export const isUpload = (request: Request) =>
  request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
