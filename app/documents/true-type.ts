/** The parts of a TrueType font file that a PDF needs of it (ISO 32000-1, 9.9), with some of its glyphs. */
export interface TrueTypeFile {
  /** Copied as they are; those that a font leaves out are left out. */
  programs: Map<string, Buffer>
  head: Buffer
  hhea: Buffer
  maxp: Buffer
  hmtx: Buffer
  glyf: Buffer
  /** Where glyph `id` begins in `glyf`. */
  beginOf(id: number): number
  /** How many glyphs have an advance of their own. */
  advances: number
}

/** Reads the directory of a font whose outlines are TrueType's (OpenType, "Organization of an OpenType font"). */
export function readTrueType(file: Buffer): TrueTypeFile {
  const tables = new Map<string, Buffer>()
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    const [offset, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)]
    tables.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + length))
  }
  const table = (tag: string) => {
    const bytes = tables.get(tag)
    if (!bytes) throw new Error(`The font has no table ${tag}.`)
    return bytes
  }
  const [head, hhea, loca] = [table('head'), table('hhea'), table('loca')]
  const isLong = head.readInt16BE(LOCA_FORMAT) === 1
  return {
    programs: new Map(['cvt ', 'fpgm', 'prep'].flatMap(tag => (tables.has(tag) ? [[tag, table(tag)] as const] : []))),
    head, hhea, maxp: table('maxp'), hmtx: table('hmtx'), glyf: table('glyf'),
    beginOf: id => (isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id)),
    advances: hhea.readUInt16BE(34),
  }
}

/**
 * A font file of these glyphs, in their order; what a composed glyph is made of is put at the end of them and of
 * the list.
 */
export function trueTypeSubset(font: TrueTypeFile, glyphs: number[]): Buffer {
  const place = (id: number) => {
    const known = glyphs.indexOf(id)
    return known < 0 ? glyphs.push(id) - 1 : known
  }
  const outlines: Buffer[] = []
  // Not over a copy: composed glyphs make the list longer.
  for (let at = 0; at < glyphs.length; at++) outlines.push(outlineOf(font, glyphs[at] ?? 0, place))
  return fontFile(new Map([
    ...font.programs,
    ['glyf', Buffer.concat(outlines)],
    ['head', written(font.head, head => {
      head.writeUInt32BE(0, CHECKSUM)
      head.writeInt16BE(1, LOCA_FORMAT)
    })],
    ['hhea', written(font.hhea, hhea => hhea.writeUInt16BE(glyphs.length, 34))],
    ['hmtx', metricsOf(font, glyphs)],
    ['loca', placesOf(outlines)],
    ['maxp', written(font.maxp, maxp => maxp.writeUInt16BE(glyphs.length, 4))],
  ]))
}

const LOCA_FORMAT = 50
const CHECKSUM = 8

function outlineOf({ glyf, beginOf }: TrueTypeFile, id: number, place: (id: number) => number): Buffer {
  const outline = glyf.subarray(beginOf(id), beginOf(id + 1))
  const isComposed = outline.length > 0 && outline.readInt16BE(0) < 0
  return isComposed ? written(outline, copy => replaceParts(copy, place)) : outline
}

const PART = { areWords: 0x1, hasScale: 0x8, isFollowed: 0x20, hasScales: 0x40, hasMatrix: 0x80 }

/** The numbers of a composed glyph's parts, after a header of ten bytes (OpenType, "glyf", composite glyphs). */
function replaceParts(outline: Buffer, place: (id: number) => number): void {
  for (let at = 10, flags = PART.isFollowed; flags & PART.isFollowed; ) {
    flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(place(outline.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & PART.areWords ? 4 : 2)
    at += flags & PART.hasScale ? 2 : flags & PART.hasScales ? 4 : flags & PART.hasMatrix ? 8 : 0
  }
}

/** Advance and bearing of each; the last ones of a font share an advance. */
function metricsOf({ hmtx, advances }: TrueTypeFile, glyphs: readonly number[]): Buffer {
  const metrics = Buffer.alloc(4 * glyphs.length)
  glyphs.forEach((id, at) => {
    const bearing = id < advances ? 4 * id + 2 : 4 * advances + 2 * (id - advances)
    hmtx.copy(metrics, 4 * at, 4 * Math.min(id, advances - 1), 4 * Math.min(id, advances - 1) + 2)
    hmtx.copy(metrics, 4 * at + 2, bearing, bearing + 2)
  })
  return metrics
}

function placesOf(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1))
  let end = 0
  outlines.forEach(({ length }, at) => loca.writeUInt32BE((end += length), 4 * (at + 1)))
  return loca
}

/** With its directory and checksums, each table at a multiple of four bytes. */
function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const all = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const power = Math.floor(Math.log2(all.length))
  const directory = Buffer.alloc(12 + 16 * all.length)
  directory.writeUInt32BE(0x00010000, 0)
  ;[all.length, 16 * 2 ** power, power, 16 * (all.length - 2 ** power)].forEach((value, at) => directory.writeUInt16BE(value, 4 + 2 * at))
  const parts: Buffer[] = [directory]
  let offset = directory.length
  let headAt = 0
  all.forEach(([tag, bytes], index) => {
    const at = 12 + 16 * index
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    directory.write(tag, at, 'latin1')
    ;[checksum(padded), offset, bytes.length].forEach((value, field) => directory.writeUInt32BE(value, at + 4 + 4 * field))
    if (tag === 'head') headAt = offset
    parts.push(padded)
    offset += padded.length
  })
  return written(Buffer.concat(parts), file => file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + CHECKSUM))
}

/** Of a length that four divides. */
function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function written(bytes: Buffer, write: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  write(copy)
  return copy
}
