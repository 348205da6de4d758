declare module 'fontkit' {
  interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    args: number[]
  }

  interface Glyph {
    id: number
    advanceWidth: number
    codePoints: number[]
    path: { commands: PathCommand[] }
  }

  interface Position {
    xAdvance: number
    xOffset: number
    yOffset: number
  }

  interface Font {
    unitsPerEm: number
    capHeight: number
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number, codePoints?: number[]): Glyph
    layout(
      text: string,
      features?: string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): { glyphs: Glyph[]; positions: Position[] }
    /** Not public: every glyph made so far, by its id. */
    _glyphs: Record<number, Glyph>
  }

  function create(file: Uint8Array): Font
}
