/** RFC 6266 §4.3, RFC 8187: the name in UTF-8, and one in ASCII for whoever cannot read that. */
export function disposition(how: 'attachment' | 'inline', name: string): string {
  // Controls and marks that turn the writing direction would make a name look like another.
  const safe =
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/[/\\:*?"<>|]/g, '_')
      .trim()
      .slice(-200) || 'file'
  const ascii =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/[%;]/g, '_')
      .trim() || 'file'
  const encoded = encodeURIComponent(safe.toWellFormed()).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
