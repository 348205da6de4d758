/** All bytes of a request, or null when there are more than `maximum`: the rest is not read then. */
export async function readBody(
  { body, headers }: Request,
  maximum: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(headers.get('Content-Length') ?? 0) > maximum) return null
  const chunks: Uint8Array[] = []
  let left = maximum
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    left -= part.value.byteLength
    if (left < 0) {
      await reader?.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** A form of at most so many bytes; empty when what came is no form, and null when it is longer. */
export async function readShortForm(request: Request, maximum: number): Promise<FormData | null> {
  const bytes = await readBody(request, maximum)
  if (!bytes) return null
  const type = request.headers.get('Content-Type') ?? ''
  const form = new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  return form.catch((error: unknown) => {
    if (error instanceof TypeError) return new FormData()
    throw error
  })
}
