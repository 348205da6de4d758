import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { readTrueType, type TrueTypeFile } from './true-type'

/** What a sentence is set in; the script of each character decides which of its faces draws it. */
export type Style = 'serif' | 'serif-medium' | 'serif-italic' | 'sans' | 'sans-semibold'

export type FaceName = keyof typeof FILES

/** Faces that could draw a character, best first. Han characters differ by the language they are read in. */
export function facesFor(character: string, style: Style, language: string): FaceName[] {
  const isBold = style === 'sans-semibold' || style === 'serif-medium'
  if (ARABIC.test(character)) return [isBold ? 'amiri-bold' : 'amiri']
  if (HEBREW.test(character)) return [isBold ? 'frank-ruhl-medium' : 'frank-ruhl']
  if (DEVANAGARI.test(character)) return [isBold ? 'devanagari-medium' : 'devanagari']
  if (THAI.test(character)) return [isBold ? 'sarabun-medium' : 'sarabun']
  if (EAST_ASIAN.test(character)) return eastAsian(language)
  return [LATIN[style], 'source-sans', 'garamond', 'noto-sc']
}

/** Opens a font file when its first character is asked for: the East Asian ones have ten megabytes each. */
export function openFace(name: FaceName): Font {
  return open(name).font
}

/** The same font as its file has it, to take glyphs from. */
export function outlinesOf(name: FaceName): TrueTypeFile {
  return open(name).outlines
}

function open(name: FaceName): Opened {
  const known = opened.get(name)
  if (known) return known
  const file = readFileSync(require.resolve(`@expo-google-fonts/${FILES[name]}`))
  const face = { font: trueToItsLetters(create(file)), outlines: readTrueType(file) }
  opened.set(name, face)
  return face
}

interface Opened {
  font: Font
  outlines: TrueTypeFile
}

export function hasGlyph(name: FaceName, character: string): boolean {
  return openFace(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

/** Letters that fill their square, or reach above and below it, are set smaller than Latin ones. */
export function isTall(text: string): boolean {
  return [EAST_ASIAN, ARABIC, DEVANAGARI, THAI].some(script => script.test(text))
}

const require = createRequire(import.meta.url)

const opened = new Map<FaceName, Opened>()

const FILES = {
  'garamond': 'eb-garamond/400Regular/EBGaramond_400Regular.ttf',
  'garamond-medium': 'eb-garamond/500Medium/EBGaramond_500Medium.ttf',
  'garamond-italic': 'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
  'source-sans': 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-semibold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'amiri': 'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri-bold': 'amiri/700Bold/Amiri_700Bold.ttf',
  'frank-ruhl': 'frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf',
  'frank-ruhl-medium': 'frank-ruhl-libre/500Medium/FrankRuhlLibre_500Medium.ttf',
  'devanagari': 'noto-serif-devanagari/400Regular/NotoSerifDevanagari_400Regular.ttf',
  'devanagari-medium': 'noto-serif-devanagari/500Medium/NotoSerifDevanagari_500Medium.ttf',
  'sarabun': 'sarabun/400Regular/Sarabun_400Regular.ttf',
  'sarabun-medium': 'sarabun/500Medium/Sarabun_500Medium.ttf',
  'noto-sc': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-jp': 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-kr': 'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
} as const

const LATIN: Record<Style, FaceName> = {
  'serif': 'garamond',
  'serif-medium': 'garamond-medium',
  'serif-italic': 'garamond-italic',
  'sans': 'source-sans',
  'sans-semibold': 'source-sans-semibold',
}

const ARABIC = /\p{scx=Arabic}/u
const HEBREW = /\p{Script=Hebrew}/u
const DEVANAGARI = /[\p{Script=Devanagari}\u0964\u0965]/u
const THAI = /[\p{Script=Thai}\u0e3f]/u

/** Not by script extensions: they count the Catalan middle dot among them. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u30ff\uff00-\uffef]/u

function eastAsian(language: string): FaceName[] {
  if (language.startsWith('ja')) return ['noto-jp', 'noto-sc', 'noto-kr']
  if (language.startsWith('ko')) return ['noto-kr', 'noto-sc', 'noto-jp']
  return ['noto-sc', 'noto-jp', 'noto-kr']
}

/**
 * fontkit keeps each glyph with the letters it stood for when it was first met, and gives them to every
 * later text: "Nguyễn" would then be copied out of a PDF as "Nyễn" after a Turkish name was set.
 * Here a glyph that is asked for with other letters is made anew. Without letters only its outline matters.
 */
function trueToItsLetters(font: Font): Font {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints) => {
    const known = font._glyphs[id]
    if (known && codePoints && String(known.codePoints) !== String(codePoints)) delete font._glyphs[id]
    return getGlyph(id, codePoints)
  }
  return font
}
