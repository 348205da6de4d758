// What pdfkit 0.20 has and @types/pdfkit 0.17 doesn't know. Members with an underscore are not public:
// they are why package.json pins the exact version.
declare namespace PDFKit {
  interface EmbeddedFont {
    id: string
    /** `glyphs` are the font's own numbers of what the subset has; one may stand there twice. */
    subset: { glyphs: number[]; includeGlyph(id: number): number; encode(): Uint8Array }
    /** Advance and code points of each glyph of the subset, by its number there. */
    widths: number[]
    unicode: number[][]
    ref(): PDFKitReference
  }

  interface PDFKitReference {
    /** Whether its stream is packed when it is written. */
    compress: boolean
    buffer: Uint8Array[]
    finalize(): void
  }

  /** A picture that was read and not embedded yet. */
  interface OpenedImage {
    /** Its name on the page. */
    label: string
    width: number
    height: number
  }

  interface PDFDocument {
    openImage(src: Buffer): OpenedImage
    image(src: OpenedImage, x: number, y: number, options: PDFKit.Mixins.ImageOption): this
    _font: EmbeddedFont
    /** The catalogue. */
    _root: { data: { AcroForm?: PDFKitReference } }
    /** Writes the XMP packet; called once, by end(). */
    _addInfo(): void
    /** The next bytes of the file; strings are encoded as Latin-1, and a new line follows them. */
    _write(chunk: string | Uint8Array): void
  }
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, src: import('fontkit').Font): this
  }

  interface StructureElementOptions {
    bbox?: BoundingBox
    scope?: 'Row' | 'Column'
  }

  interface PDFAttachmentOptions {
    relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified'
  }

  interface TaggedLink {
    structParent: PDFStructureElement
    /** A String object: pdfkit writes a plain string as a bare name, unescaped. */
    Contents: InstanceType<typeof String>
  }

  interface SignatureWidget {
    Subtype: 'Widget'
    FT: 'Sig'
    T: InstanceType<typeof String>
    TU: InstanceType<typeof String>
    F: number
    P: PDFKitReference
    V: PDFKitReference
    AP: { N: PDFKitReference }
    structParent: PDFStructureElement
  }

  interface PDFAnnotation {
    annotate(x: number, y: number, w: number, h: number, options: SignatureWidget): this
    link(x: number, y: number, w: number, h: number, url: string, options: TaggedLink): this
  }
}
