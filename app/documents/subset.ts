import type { ShapedGlyph } from './shaping'

/**
 * Takes a glyph into the font's subset, once for each text it stands for, since a subset's glyph can be copied
 * as one text only. Returns its code there.
 */
export function codeIn(font: PDFKit.EmbeddedFont, { id, key, letters, width }: ShapedGlyph): string {
  const codes = codesOf(font)
  const known = codes.get(key)
  if (known) return known
  const { glyphs } = font.subset
  const first = font.subset.includeGlyph(id)
  const place = font.unicode[first] ? glyphs.push(id) - 1 : first
  font.widths[place] = width * 1000
  font.unicode[place] = [...letters].map(letter => letter.codePointAt(0) ?? 0)
  const code = place.toString(16).padStart(4, '0')
  codes.set(key, code)
  return code
}

const subsets = new WeakMap<PDFKit.EmbeddedFont, Map<string, string>>()

function codesOf(font: PDFKit.EmbeddedFont): Map<string, string> {
  const known = subsets.get(font)
  if (known) return known
  const codes = new Map<string, string>()
  subsets.set(font, codes)
  return codes
}
