import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { StructTreeContent, StructTreeNode, TextItem } from 'pdfjs-dist/types/src/display/api'

export interface Element {
  role: string
  text: string
  alt?: string
}

export interface Box {
  text: string
  left: number
  right: number
  /** Of the baseline, from the lower edge. */
  y: number
}

export interface Reading {
  title: unknown
  metadata: string
  pages: { width: number; height: number; texts: Box[] }[]
  /** In the order a screen reader says them. */
  elements: Element[]
  links: string[]
  attachments: Record<string, Uint8Array>
  /** Whether it does something by itself. */
  runs: boolean
}

/** What a program that isn't ours finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info, metadata } = await document.getMetadata()
  const attachments: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {}
  const reading: Reading = {
    title: 'Title' in info ? info.Title : undefined,
    metadata: metadata?.getRaw() ?? '',
    pages: [],
    elements: [],
    links: [],
    runs: (await document.getJSActions()) !== null || (await document.getOpenAction()) !== null,
    attachments: Object.fromEntries(Object.entries(attachments).map(([key, { content }]) => [key, content])),
  }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const { width, height } = page.getViewport({ scale: 1 })
    const annotations: { url?: string }[] = await page.getAnnotations()
    const texts = items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
    reading.pages.push({ width, height, texts: texts.map(boxOf) })
    reading.links.push(...annotations.flatMap(({ url }) => url ?? []))
    reading.elements.push(...elementsIn(await page.getStructTree(), textsByMark(items)))
  }
  await document.destroy()
  return reading
}

function boxOf({ str, transform, width }: TextItem): Box {
  const [, , , , left, y]: number[] = transform
  return { text: str, left: left ?? 0, right: (left ?? 0) + width, y: y ?? 0 }
}

function textsByMark(items: readonly object[]): Map<string, string> {
  const texts = new Map<string, string>()
  let mark = ''
  for (const item of items) {
    if ('id' in item && typeof item.id === 'string') mark = item.id
    if (mark && 'str' in item) texts.set(mark, `${texts.get(mark) ?? ''}${String(item.str)}`)
    if ('type' in item && item.type === 'endMarkedContent') mark = ''
  }
  return texts
}

function elementsIn(node: StructTreeNode | StructTreeContent, texts: Map<string, string>): Element[] {
  if (!('role' in node)) return []
  const alt = 'alt' in node && typeof node.alt === 'string' ? node.alt : undefined
  const own = node.children.flatMap(child => ('id' in child ? texts.get(child.id) ?? '' : []))
  const inner = node.children.flatMap(child => elementsIn(child, texts))
  return own.length > 0 ? [{ role: node.role, text: own.join('').trim(), alt }, ...inner] : inner
}
