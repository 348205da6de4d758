import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { clean } from './characters'
import { number } from './operators'
import { readsRightToLeft } from './pieces'
import type { Stamp } from './stamp'
import type { Stationery } from './stationery'
import { openFace, type FaceName } from './typeface'
import { PRODUCER, xmp, type About } from './xmp'

/** Left, top, right, bottom. */
export type Box = [number, number, number, number]

export interface Tag {
  /** Words for who can't see it. */
  alt?: string
  /** What is read or copied instead of the drawn letters. */
  actual?: string
  lang?: string
  bbox?: Box
  scope?: 'Row' | 'Column'
}

interface Attachment {
  name: string
  type: string
  description: string
  bytes: Uint8Array
}

type Matrix = [number, number, number, number, number, number]

/**
 * A document that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once. Whatever is drawn is drawn
 * inside `tagged`, or inside `decoration` where it has no meaning. Lengths are points from the top left.
 */
export class Paper extends PDFDocument {
  readonly #faces = new Map<FaceName, PDFKit.EmbeddedFont>()
  readonly #stamps = new Map<Stamp, PDFKit.PDFKitReference>()
  readonly #parents: PDFKit.PDFStructureElement[] = []

  constructor(readonly about: About, readonly look: Stationery) {
    super({
      subset: 'PDF/A-3a',
      pdfVersion: '1.7',
      tagged: true,
      lang: about.language,
      displayTitle: true,
      autoFirstPage: false,
      // So that each page can say how many there are.
      bufferPages: true,
      // Without this an unembedded Helvetica is referenced.
      font: '',
      info: {
        Title: clean(about.title),
        Author: clean(about.author),
        Subject: clean(about.subject),
        Creator: PRODUCER,
        Producer: PRODUCER,
        CreationDate: about.date,
        ModDate: about.date,
      },
    })
    const root = this.struct('Document', { lang: about.language })
    this.addStructure(root)
    this.#parents.push(root)
  }

  /** pdfkit would write title and author into the XML unescaped. */
  override _addInfo(): void {
    this.appendXML(xmp(this.about))
  }

  /** A structure element that only holds others. */
  within(type: string, children: () => void): void {
    const element = this.struct(type)
    this.#parent.add(element)
    this.#parents.push(element)
    children()
    this.#parents.pop()
    element.end()
  }

  tagged(type: string, draw: () => void, tag: Tag = {}): void {
    this.#parent.add(this.struct(type, tag, [draw]))
  }

  /** A tagged text; what stands in right-to-left letters can be copied in reading order. */
  said(type: string, texts: string[], draw: () => void, tag: Tag = {}): void {
    const words = texts.map(clean).join(' ')
    this.tagged(type, draw, readsRightToLeft(words) ? { ...tag, actual: words } : tag)
  }

  /** Must not stand inside `tagged`: it would end it. */
  decoration(draw: () => void): void {
    this.markContent('Artifact', { type: 'Layout' })
    draw()
    this.endMarkedContent()
  }

  /** An address to follow; nothing but https is ever made a link. */
  linked(url: string, alt: string, [left, top, right, bottom]: Box, draw: () => void): void {
    if (!url.startsWith('https://')) return this.tagged('P', draw)
    const element = this.struct('Link', { alt })
    this.#parent.add(element)
    const content = this.markStructureContent('Link')
    draw()
    this.endMarkedContent()
    element.add(content)
    const Contents = new String(alt)
    this.link(left, top, right - left, bottom - top, url, { structParent: element, Contents })
    element.end()
  }

  /** The embedded font of a face, ready for the current page. */
  face(name: FaceName): PDFKit.EmbeddedFont {
    const font = this.#faces.get(name) ?? this.#embed(name)
    this.page.fonts[font.id] ??= font.ref()
    return font
  }

  /** `matrix` as in a content stream: where the stamp's axes and its origin come to lie. */
  press(stamp: Stamp, matrix: Matrix): void {
    const form = this.#stamps.get(stamp) ?? this.#keep(stamp)
    const name = `Stamp${form.id}`
    this.page.xobjects[name] = form
    this.addContent(`q ${matrix.map(number).join(' ')} cm /${name} Do Q`)
  }

  attach({ name, type, description, bytes }: Attachment): void {
    const { date } = this.about
    this.file(Buffer.from(bytes), {
      name, type, description, relationship: 'Data', creationDate: date, modifiedDate: date,
    })
  }

  async bytes(): Promise<Buffer> {
    this.#parent.end()
    this.end()
    return buffer(this)
  }

  get #parent(): PDFKit.PDFStructureElement {
    const parent = this.#parents.at(-1)
    if (!parent) throw new Error('The document has been closed.')
    return parent
  }

  #keep(stamp: Stamp): PDFKit.PDFKitReference {
    const form = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: stamp.box, Filter: 'FlateDecode' })
    form.end(stamp.operators)
    this.#stamps.set(stamp, form)
    return form
  }

  #embed(name: FaceName): PDFKit.EmbeddedFont {
    const font = this.registerFont(name, openFace(name)).font(name)._font
    this.#faces.set(name, font)
    return font
  }
}
