import type { Unreadable } from './strict-json'

export const OPEN_BADGES = 'https://purl.imsglobal.org/ob/v3p0'

/** The element that carries a credential, by its namespace: Open Badges 3.0, and 2.0 with those before it. */
const CARRIERS = new Map([
  [OPEN_BADGES, 'credential'],
  ['http://openbadges.org', 'assertion'],
  ['https://openbadges.org', 'assertion'],
])
const MOST_TAGS = 50_000

/** The one credential in an SVG (Open Badges 3.0 §5.3.2). It is read as text; nothing in it is drawn or run. */
export function bakedInSvg(svg: string): { text: string } | { unreadable: Unreadable } {
  // Words that stand for other words are how a short file becomes a long one.
  if (/<!ENTITY/i.test(svg)) return { unreadable: 'picture-broken' }
  const texts: string[] = []
  for (const carrier of carriersIn(svg)) {
    if (carrier === null) return { unreadable: 'picture-broken' }
    texts.push(carrier.text)
  }
  const [text] = texts
  if (text === undefined) return { unreadable: 'picture-without' }
  return texts.length > 1 ? { unreadable: 'picture-twice' } : { text }
}

interface Carrier {
  text: string
  /** Where its element stands. */
  start: number
  end: number
}

/** Every element that carries a credential. Null, and nothing after it: this is not well-formed, or can be read in two ways. */
export function* carriersIn(svg: string): Generator<Carrier | null> {
  const prefixes = new Map<string, string>()
  let tags = 0
  for (const tag of tagsOf(svg)) {
    if (tag === null || ++tags > MOST_TAGS) return yield null
    const attributes = attributesOf(tag.inside)
    if (!attributes || !declare(attributes, prefixes)) return yield null
    const [prefix = '', name] = tag.name.includes(':') ? tag.name.split(':') : ['', tag.name]
    if (CARRIERS.get(prefixes.get(prefix) ?? '') !== name) continue
    const content = contentAfter(svg, tag)
    const verified = attributes.get('verify')
    if (content === null) return yield null
    yield { text: (verified ?? content.text).trim(), start: tag.start, end: content.end }
  }
}

interface Tag {
  name: string
  inside: string
  start: number
  end: number
}

const PASSED_OVER = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>'], ['<!', '>'], ['</', '>']] as const

/** Every tag that opens an element. Null: one has no end. */
function* tagsOf(svg: string): Generator<Tag | null> {
  for (let at = svg.indexOf('<'); at !== -1; at = svg.indexOf('<', at)) {
    const passedOver = PASSED_OVER.find(([start]) => svg.startsWith(start, at))
    const end = passedOver ? svg.indexOf(passedOver[1], at + passedOver[0].length) : endOfTag(svg, at)
    if (end === -1) return yield null
    if (!passedOver) {
      const [name = ''] = /^[^\s/]*/.exec(svg.slice(at + 1, Math.min(end, at + 200))) ?? []
      yield { name, inside: svg.slice(at + 1 + name.length, end), start: at, end: end + 1 }
    }
    at = end + (passedOver?.[1].length ?? 1)
  }
}

function endOfTag(svg: string, start: number): number {
  for (let at = start; at < svg.length; at++) {
    const character = svg[at]
    if (character === '>') return at
    if (character === '"' || character === "'") {
      at = svg.indexOf(character, at + 1)
      if (at === -1) return -1
    }
  }
  return -1
}

const ATTRIBUTE = /\s*([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** Null where one stands twice. */
function attributesOf(inside: string): Map<string, string> | null {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = 0
  for (let found = ATTRIBUTE.exec(inside); found; found = ATTRIBUTE.exec(inside)) {
    const [, name = '', double, single = ''] = found
    if (attributes.has(name)) return null
    attributes.set(name, unescaped(double ?? single))
  }
  return attributes
}

/** False where a prefix has meant something else before: two readers might take two things for the credential. */
function declare(attributes: Map<string, string>, prefixes: Map<string, string>): boolean {
  for (const [name, namespace] of attributes) {
    const prefix = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1]
    if (prefix === undefined) continue
    const isCarrier = CARRIERS.has(namespace) || CARRIERS.has(prefixes.get(prefix) ?? '')
    if (isCarrier && (prefixes.get(prefix) ?? namespace) !== namespace) return false
    prefixes.set(prefix, namespace)
  }
  return true
}

/** Up to its end tag; null where it holds elements, or has no end. */
function contentAfter(svg: string, { name, inside, end }: Tag): { text: string; end: number } | null {
  if (inside.trimEnd().endsWith('/')) return { text: '', end }
  let text = ''
  for (let at = end; ; ) {
    const next = svg.indexOf('<', at)
    if (next === -1) return null
    text += unescaped(svg.slice(at, next))
    if (svg.startsWith(`</${name}`, next)) return { text, end: svg.indexOf('>', next) + 1 || svg.length }
    if (!svg.startsWith('<![CDATA[', next)) return null
    const close = svg.indexOf(']]>', next)
    if (close === -1) return null
    text += svg.slice(next + 9, close)
    at = close + 3
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi
  return text.replace(reference, (whole, hex?: string, digits?: string, name = '') => {
    const code = hex ? parseInt(hex, 16) : Number(digits)
    if (name) return NAMED[name] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
