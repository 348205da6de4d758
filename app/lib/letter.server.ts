import type { Letter, LetterLink } from '~/messages/letter'

/** Whose letter it is. */
export interface Letterhead {
  language: string
  direction: 'ltr' | 'rtl'
  brand: string
  /** One line under everything: who sends this and where to write to. */
  imprint: string
}

/** For readers and programs that show no pages. Says all that the page says. */
export function letterText(letter: Letter, { brand, imprint }: Letterhead): string {
  const { greeting, paragraphs, quote, facts = [], code, action, after = [], note = [], stop } = letter
  return [
    greeting,
    ...paragraphs,
    ...(quote ? [quote.words.replace(/^/gm, '> ') + `\n> ${quote.by}`] : []),
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(code ? [code] : []),
    ...(action ? [linkLine(action)] : []),
    ...after,
    brand,
    ...(note.length > 0 || stop ? ['-- '] : []),
    ...note,
    ...(stop ? [linkLine(stop)] : []),
    imprint,
  ].join('\n\n')
}

const linkLine = ({ words, url }: LetterLink) => `${words}:\n${url}`

// Mail programs know no style sheets: the tokens of light stand here as values, at the elements.
const style = {
  page: 'margin:0;background:#FBFAF6;color:#17202B;font:16px/26px Inter,Helvetica,Arial,sans-serif',
  sheet: 'max-width:560px;background:#FFFFFF;border:1px solid #E4E1D8;border-radius:10px',
  foot: 'max-width:560px',
  brand: 'margin:0 0 16px;color:#1F6B4A;font:600 20px/28px Georgia,serif',
  paragraph: 'margin:0 0 16px',
  quote:
    'margin:0 0 20px;padding:4px 0 4px 16px;border-inline-start:3px solid #1F6B4A;' +
    'font:18px/28px Georgia,serif;white-space:pre-line',
  fact: 'margin:0 0 4px',
  soft: 'color:#56606B',
  code: 'margin:0 0 20px;font:600 32px/40px Inter,Helvetica,Arial,sans-serif;letter-spacing:6px',
  button:
    'display:inline-block;padding:10px 20px;border-radius:10px;background:#1F6B4A;color:#FFFFFF;' +
    'font-weight:600;text-decoration:none',
  link: 'color:#1F6B4A',
  note: 'margin:0 0 12px;color:#56606B;font-size:14px;line-height:20px',
}

export function letterHtml(letter: Letter, { language, direction, brand, imprint }: Letterhead): string {
  const { subject, greeting, paragraphs, after = [], note = [], stop } = letter
  const small = [...note.map(escaped), ...(stop ? [anchor(stop)] : []), escaped(imprint)]
  const body = [
    `<p style="${style.brand}">${escaped(brand)}</p>`,
    ...[greeting, ...paragraphs].map(paragraph),
    quoted(letter), stated(letter), digits(letter), button(letter),
    ...after.map(paragraph),
  ]
  const sheet = table(style.sheet, 'padding:32px', body.filter(Boolean).join('\n'))
  const foot = table(style.foot, 'padding:20px 32px', small.map(noted).join('\n'))
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title>
</head>
<body style="${style.page}">
${table('', 'padding:32px 16px', sheet + foot)}
</body>
</html>
`
}

/** The one thing that every mail program lays out alike. */
function table(tableStyle: string, cellStyle: string, html: string) {
  const attributes = `role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${tableStyle}"`
  return `<table ${attributes}><tr><td align="${tableStyle ? 'start' : 'center'}" style="${cellStyle}">
${html}
</td></tr></table>
`
}

const paragraph = (words: string) => `<p style="${style.paragraph}">${escaped(words)}</p>`

function quoted({ quote }: Letter) {
  if (!quote) return ''
  const by = `<em>${escaped(quote.by)}</em>`
  return `<blockquote style="${style.quote}">${escaped(quote.words)}<br>${by}</blockquote>`
}

function stated({ facts = [] }: Letter) {
  const lines = facts.map(
    ({ label, value }) =>
      `<p style="${style.fact}"><span style="${style.soft}">${escaped(label)}</span> ${escaped(value)}</p>`,
  )
  return lines.length > 0 ? `<div style="margin:0 0 20px">${lines.join('\n')}</div>` : ''
}

const digits = ({ code }: Letter) => (code ? `<p style="${style.code}">${escaped(code)}</p>` : '')

function button({ action }: Letter) {
  if (!action) return ''
  return `<p style="margin:24px 0">${anchor(action, style.button)}</p>`
}

const noted = (html: string) => `<p style="${style.note}">${html}</p>`

const anchor = ({ words, url }: LetterLink, look = style.link) =>
  `<a href="${escaped(url)}" style="${look}">${escaped(words)}</a>`

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => named[character] ?? '')
}
