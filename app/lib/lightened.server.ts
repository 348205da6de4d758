/** A line of more is no line of a mail (RFC 5322 2.1.1 allows 998). */
const LONGEST = 64 * 1024

/**
 * A mail without the bytes of what is attached: nobody keeps them, so they are let go as they come, save their
 * first line. Null when what is left is still larger than the limit. Reads to the end either way.
 */
export async function lightened(source: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const kept: string[] = []
  const keeps = partFilter()
  let size = 0
  let rest = ''
  const take = (line: string) => {
    if (!keeps(line)) return
    size += line.length
    if (size <= limit) kept.push(line)
  }
  for await (const chunk of source) {
    // Latin-1 maps each byte to one character and back.
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(`${line}\n`)
    if (rest.length > LONGEST) {
      take(rest)
      rest = ''
    }
  }
  take(rest)
  return size <= limit ? Buffer.from(kept.join(''), 'latin1') : null
}

/** Of one part; what comes after says nothing that is asked. */
const LONGEST_HEADER = 20_000

/** Whether a line belongs to what is read: headers, boundaries and text. */
function partFilter() {
  let header: string | null = ''
  let left = Infinity
  return (line: string) => {
    if (header !== null) {
      if (line.trim() !== '') header += header.length < LONGEST_HEADER ? line : ''
      else {
        left = isAttached(header) ? 1 : Infinity
        header = null
      }
      return true
    }
    // A line of base64 never starts like a boundary.
    if (line.startsWith('--')) {
      header = ''
      return true
    }
    return left-- > 0
  }
}

/** In base64, and neither text nor something that holds parts itself. */
function isAttached(header: string) {
  return (
    /^content-transfer-encoding:\s*base64/im.test(header) &&
    /^content-type:(?!\s*(text|message|multipart)\/)/im.test(header)
  )
}
