/** RFC 4180, with the mark that tells spreadsheets it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + csvLines(rows)
}

export const BOM = '\ufeff'

/** Further rows of one: each with its end. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula is a text: who wrote it is a stranger. */
function cell(text: string): string {
  const tame = /^[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
