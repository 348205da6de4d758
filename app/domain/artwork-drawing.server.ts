import type { NoDrawing } from '~/messages/en/design-artwork'

/** Read as these, whatever stands in front of a tag is what it looks like. */
const plainEncodings = /^(utf-?8|us-ascii|iso-8859-1)$/i

/** Nothing of it would do anything here; what is in a badge by mistake or on purpose is better said than left out. */
const dangers: readonly [RegExp, NoDrawing][] = [
  [/<!ENTITY|<!DOCTYPE[^>]{0,500}\[/i, 'entities'],
  [/<([\w.-]{1,50}:)?script\b|javascript:/i, 'script'],
  [/<([\w.-]{1,50}:)?(image|feImage|foreignObject|iframe|embed|object|video|audio|include)\b/i, 'holdsOther'],
  [/\b(href|src)\s*=(?!\s*["'][#"'])|url\((?!\s*["']?#)|@import|<\?xml-stylesheet/i, 'leadsOutside'],
]

/** What keeps a drawing from being drawn; null for most. */
export function refusedDrawing(text: string): NoDrawing | null {
  const encoding = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{0,50})/.exec(text)?.[1]
  if (encoding !== undefined && !plainEncodings.test(encoding)) return 'unreadable'
  return dangers.find(([danger]) => danger.test(text))?.[1] ?? null
}

export const isDrawing = (text: string) => /<([\w.-]{1,50}:)?svg[\s>]/.test(text)
