const LONGEST = 200

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** What a page calls itself, as one line of plain text; null where it does not say. */
export function titleIn(html: string): string | null {
  const [, written = ''] = /<title\b[^>]{0,500}>([^<]{0,2000})/i.exec(html) ?? []
  const line = decoded(written)
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...line].slice(0, LONGEST).join('') || null
}

function decoded(text: string) {
  const character = (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole
  }
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, character)
}
