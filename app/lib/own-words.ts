/** What somebody wrote, without the letter they answer and their signature. Whole where that is unsure. */
export function ownWords(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n')
  const above = lines.slice(0, letterIn(lines))
  return tidy(above.slice(0, signatureIn(above))) || tidy(lines)
}

const tidy = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
const isEmpty = (line: string) => line.trim() === ''
const isQuoted = (line: string) => line.startsWith('>')
const isMark = (line: string) => /^-- ?$/.test(line)

/** Where the letter that they answer begins. Who answers between its lines is kept whole. */
function letterIn(lines: readonly string[]): number {
  const quoted = quotedFrom(lines)
  const isMarked = lines.some(isQuoted)
  const at = lines.findIndex((line, at) => {
    if (at >= quoted || isDivider.test(line) || isHead(lines, at)) return true
    const length = introductionAt(lines, at)
    return length > 0 && (isMarked ? nextFilled(lines, at + length) >= quoted : true)
  })
  return at < 0 ? lines.length : at
}

/** From where on there is nothing but quoted lines, a signature at the very end aside. */
function quotedFrom(lines: readonly string[]): number {
  const mark = lines.findLastIndex(isMark)
  let end = mark < 0 || lines.length - mark > 12 ? lines.length : mark
  let first = lines.length
  while (end > 0 && (isEmpty(lines[end - 1] ?? '') || isQuoted(lines[end - 1] ?? ''))) {
    end--
    if (isQuoted(lines[end] ?? '')) first = end
  }
  return first
}

function nextFilled(lines: readonly string[], from: number) {
  let at = from
  while (at < lines.length && isEmpty(lines[at] ?? '')) at++
  return at
}

const isDivider = oneOf('^\\s*', '\\s*$', [
  '_{10,}',
  '-{2,}\\s*original message\\s*-{2,}',
  '-{2,}\\s*ursprüngliche nachricht\\s*-{2,}',
  '-{2,}\\s*message d[’\']origine\\s*-{2,}',
  '-{2,}\\s*mensaje original\\s*-{2,}',
  '-{2,}\\s*messaggio originale\\s*-{2,}',
])
const opens = /^\s*(on|am|le|el|il|em|op|den|dnia|στις|\d{1,4}[-/.])\s*\S/i
const wrote = oneOf('', '\\s*:\\s*$', [
  'wrote',
  '(schrieb|schreef|skrev).{0,80}',
  'a écrit',
  'escribió',
  'ha scritto',
  'escreveu',
  'napisał\\(a\\)',
  'έγραψε',
])

/** How many lines "On Tuesday … wrote:" takes, three at most; none where it is something else. */
function introductionAt(lines: readonly string[], at: number): number {
  if (!opens.test(lines[at] ?? '')) return 0
  return [1, 2, 3].find(length => wrote.test(lines.slice(at, at + length).join(' '))) ?? 0
}

/** "From: … Sent: … Subject: …", as Outlook puts over what it does not mark. */
function isHead(lines: readonly string[], at: number): boolean {
  if (!/^\W{0,3}(from|von|de|da|van|från):/i.test(lines[at] ?? '')) return false
  const head = lines.slice(at + 1, at + 8).join('\n')
  return isDated.test(head) && isSubject.test(head)
}

const isDated = /^\W{0,3}(sent|date|gesendet|datum|envoyé|enviado|inviato|data|verzonden|skickat):/im
const isSubject = /^\W{0,3}(subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne):/im

const isPhone = oneOf('^\\s*', '(\\s|$)', [
  'sent from (my|outlook|mail|yahoo)',
  'get outlook for',
  'von meinem .{2,30} gesendet',
  'envoyé de mon',
  'enviado desde mi',
  'inviato da',
])

/** RFC 3676 4.3, and what phones put in its place. */
function signatureIn(lines: readonly string[]): number {
  const mark = lines.findIndex(isMark)
  if (mark >= 0 && lines.slice(mark).filter(line => !isEmpty(line)).length <= 12) return mark
  const last = lines.findLastIndex(line => !isEmpty(line))
  return isPhone.test(lines[last] ?? '') ? last : lines.length
}

function oneOf(before: string, after: string, spellings: readonly string[]) {
  return new RegExp(`${before}(${spellings.join('|')})${after}`, 'i')
}
