import { crc32, deflateSync } from 'node:zlib'

// Files that carry a credential, made here by hand: as the standard has them, and as it does not.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export function baked(text: string, keyword = 'openbadgecredential'): Buffer {
  return chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text)]))
}

export function packed(text: string): Buffer {
  const head = Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1')
  return chunk('iTXt', Buffer.concat([head, deflateSync(text)]))
}

const header = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
const picture = chunk('IDAT', deflateSync(Buffer.from([0, 0])))

export function png(...texts: Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, header, ...texts, picture, chunk('IEND', Buffer.alloc(0))])
}

export function svg(inside: string, attributes = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'): Buffer {
  return Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}<path/></svg>`)
}

interface Attached {
  text: string
  filter?: string
  bytes?: Buffer
  isNamed?: boolean
}

/** As small as a PDF can be that says what is attached to it. */
export function pdf(...files: Attached[]): Buffer {
  const objects = files.flatMap(({ text, filter = '', bytes, isNamed = true }, at) => {
    const content = bytes ?? Buffer.from(text)
    const type = isNamed ? '/Type /EmbeddedFile ' : ''
    return [
      Buffer.from(`${10 + at} 0 obj\n<< ${type}${filter} /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from(`\nendstream\nendobj\n${50 + at} 0 obj\n<< /Type /Filespec /EF << /F ${10 + at} 0 R >> >>\nendobj\n`),
    ]
  })
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects, Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n')])
}
