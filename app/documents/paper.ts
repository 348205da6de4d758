import PDFDocument from 'pdfkit'
import { clean } from './characters'
import { beginsAtRight } from './direction'
import { coordinates, type Matrix } from './operators'
import { packed } from './packed'
import { isReordered } from './pieces'
import type { Stamp } from './stamp'
import type { Stationery } from './stationery'
import { trueTypeSubset } from './true-type'
import { openFace, outlinesOf, type FaceName } from './typeface'
import { PRODUCER, xmp, type About } from './xmp'

/** As long as the bytes are there: the crest of an institution stands on all its papers. */
const opened = new WeakMap<Uint8Array, PDFKit.OpenedImage>()

/** Left, top, right, bottom; on a mirrored page left and right change places. */
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

/**
 * A document that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once. Whatever is drawn is drawn
 * inside `tagged`, or inside `decoration` where it has no meaning. Lengths are points from the top and from the
 * edge where lines begin: the left, or the right where the document's language is written from there.
 */
export class Paper extends PDFDocument {
  readonly #faces = new Map<FaceName, PDFKit.EmbeddedFont>()
  readonly #stamps = new Map<Stamp, PDFKit.PDFKitReference>()
  readonly #pictures = new Map<Uint8Array, PDFKit.OpenedImage>()
  readonly #parents: PDFKit.PDFStructureElement[] = []
  readonly isMirrored: boolean

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
    this.isMirrored = beginsAtRight(about.language)
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

  tagged(type: string, draw: () => void, { bbox, ...tag }: Tag = {}): void {
    const options = { ...tag, ...(bbox && { bbox: this.#mirrored(bbox) }) }
    this.#parent.add(this.struct(type, options, [draw]))
  }

  /** How far from the left edge something lies that is so wide and begins at `x`. */
  leftOf(x: number, width = 0): number {
    return this.isMirrored ? this.page.width - x - width : x
  }

  /** A tagged text; what is drawn in another order than it is read in is also put down as it is read. */
  said(type: string, texts: string[], draw: () => void, tag: Tag = {}): void {
    const words = texts.map(clean).join(' ')
    this.tagged(type, draw, isReordered(words) ? { ...tag, actual: words } : tag)
  }

  /** The tag of words in a language that isn't the document's; an empty one is nobody's. */
  writtenIn(language: string): Tag {
    return language === '' || language === this.about.language ? {} : { lang: language }
  }

  /** Must not stand inside `tagged`: it would end it. */
  decoration(draw: () => void): void {
    this.markContent('Artifact', { type: 'Layout' })
    draw()
    this.endMarkedContent()
  }

  /** An address to follow; nothing but https is ever made a link. */
  linked(url: string, alt: string, box: Box, draw: () => void): void {
    if (!url.startsWith('https://')) return this.tagged('P', draw)
    const element = this.struct('Link', { alt })
    this.#parent.add(element)
    const content = this.markStructureContent('Link')
    draw()
    this.endMarkedContent()
    element.add(content)
    const Contents = new String(alt)
    const [left, top, right, bottom] = this.#mirrored(box)
    this.link(left, top, right - left, bottom - top, url, { structParent: element, Contents })
    element.end()
  }

  /** The embedded font of a face, ready for the current page. */
  face(name: FaceName): PDFKit.EmbeddedFont {
    const font = this.#faces.get(name) ?? this.#embed(name)
    this.page.fonts[font.id] ??= font.ref()
    return font
  }

  /** On a mirrored page the stamp lies on the other side, and faces the same way. */
  press(stamp: Stamp, matrix: Matrix): void {
    const form = this.#stamps.get(stamp) ?? this.#keep(stamp)
    const name = `Stamp${form.id}`
    this.page.xobjects[name] = form
    const placed = this.isMirrored ? acrossPage(matrix, stamp, this.page.width) : matrix
    this.addContent(`q ${coordinates(placed)} /${name} Do Q`)
  }

  /** A PNG or JPEG. */
  picture(bytes: Uint8Array, box: Box): void {
    const [left, top, right, bottom] = this.#mirrored(box)
    this.image(this.#pictures.get(bytes) ?? this.#open(bytes), left, top, { width: right - left, height: bottom - top })
  }

  attach({ name, type, description, bytes }: Attachment): void {
    const { date } = this.about
    this.file(Buffer.from(bytes), {
      name, type, description, relationship: 'Data', creationDate: date, modifiedDate: date,
    })
  }

  /** Of a signature that nobody sees; programs that read the document aloud say whose it is. */
  signatureField(signature: PDFKit.PDFKitReference, name: string): void {
    const nothing = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0], Resources: {} })
    nothing.end(Buffer.from('q Q\n'))
    const element = this.struct('Form', { alt: name })
    this.#parent.add(element)
    const T = new String('Seal')
    this.annotate(0, this.page.height, 0, 0, {
      Subtype: 'Widget', FT: 'Sig', T, TU: new String(name), F: PRINTED_AND_LOCKED,
      P: this.page.dictionary, V: signature, AP: { N: nothing }, structParent: element,
    })
    element.end()
    const form = this.ref({ Fields: this.page.annotations.slice(-1), SigFlags: 3 })
    form.end('')
    this._root.data.AcroForm = form
  }

  /** Packed by us, and encoded by Node, since pdfkit does it letter by letter. */
  override ref(data: object = {}): PDFKit.PDFKitReference {
    const reference = super.ref(data)
    const [write, finalize] = [reference.write.bind(reference), reference.finalize.bind(reference)]
    reference.write = chunk => write(encoded(chunk))
    reference.finalize = () => {
      if (reference.compress && reference.buffer.length > 0) {
        reference.buffer = [packed(Buffer.concat(reference.buffer))]
        reference.compress = false
      }
      finalize()
    }
    return reference
  }

  /** pdfkit would look for fields of its own. */
  override endAcroForm(): this {
    return this
  }

  override _write(chunk: string | Uint8Array): void {
    super._write(encoded(chunk))
  }

  /** Once and for all; nothing is drawn any more. */
  bytes(): Buffer {
    this.#parent.end()
    this.end()
    // It has all been written by now, and comes back as one.
    const whole: Buffer = this.read()
    return whole
  }

  get #parent(): PDFKit.PDFStructureElement {
    const parent = this.#parents.at(-1)
    if (!parent) throw new Error('The document has been closed.')
    return parent
  }

  #mirrored([left, top, right, bottom]: Box): Box {
    const width = right - left
    const x = this.leftOf(left, width)
    return [x, top, x + width, bottom]
  }

  #keep(stamp: Stamp): PDFKit.PDFKitReference {
    const form = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: stamp.box, Filter: 'FlateDecode' })
    form.end(stamp.operators)
    this.#stamps.set(stamp, form)
    return form
  }

  /** What was read of it serves every document; each embeds its own, under a name of its own. */
  #open(bytes: Uint8Array): PDFKit.OpenedImage {
    const read = opened.get(bytes) ?? this.openImage(Buffer.from(bytes))
    opened.set(bytes, read)
    const own: PDFKit.OpenedImage = Object.create(read)
    own.label = `Picture${this.#pictures.size}`
    this.#pictures.set(bytes, own)
    return own
  }

  #embed(name: FaceName): PDFKit.EmbeddedFont {
    const font = this.registerFont(name, openFace(name)).font(name)._font
    // fontkit takes every outline apart and never needs the pieces.
    font.subset.encode = () => trueTypeSubset(outlinesOf(name), font.subset.glyphs)
    this.#faces.set(name, font)
    return font
  }
}

/** As pdfkit writes a string: a byte a letter, and a new line. */
function encoded(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(`${chunk}\n`, 'latin1') : chunk
}

/** Annotation flags Print and Locked (ISO 32000-1, 12.5.3). */
const PRINTED_AND_LOCKED = 4 + 128

/** Turned over twice, the stamp within its box and the page around it: so letters stay letters. */
function acrossPage([a, b, c, d, x, y]: Matrix, { box: [left, , right] }: Stamp, width: number): Matrix {
  const turned = left + right
  return [a, -b, -c, d, width - x - a * turned, y + b * turned]
}
