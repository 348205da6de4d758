import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Font, Page, Path, renderToBuffer, Svg, Text } from '@react-pdf/renderer'
import { createElement } from 'react'

/** One page as it was drawn, for others to draw again. Lengths are points from the top left. */
export interface PrintedPage {
  width: number
  height: number
  paths: { d: string; fill: string; stroke: string; strokeWidth: number; transform?: string }[]
  lines: { text: string; left: number; top: number; width: number; size: number; colour: string; face: Face }[]
}

const require = createRequire(import.meta.url)
const FILES = {
  'SourceSans3': 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'SourceSans3-SemiBold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'EBGaramond': 'eb-garamond/400Regular/EBGaramond_400Regular.ttf',
  'EBGaramond-Medium': 'eb-garamond/500Medium/EBGaramond_500Medium.ttf',
  'EBGaramond-Italic': 'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
}
type Face = keyof typeof FILES
const isFace = (name: string): name is Face => Object.hasOwn(FILES, name)

for (const [family, file] of Object.entries(FILES)) Font.register({ family, src: require.resolve(`@expo-google-fonts/${file}`) })
Font.registerHyphenationCallback(word => [word])

/** What poppler sees on the first page of a PDF: every path, and every line of text with its face, size and place. */
export function readPage(pdf: Uint8Array): PrintedPage {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  const file = join(folder, 'page.pdf')
  const first = ['-f', '1', '-l', '1']
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { maxBuffer: 1e8 }).toString()
  writeFileSync(file, pdf)
  const svg = run('pdftocairo', '-svg', ...first, file, '-')
  const xml = run('pdftohtml', '-xml', '-i', '-stdout', '-zoom', '1', ...first, file)
  rmSync(folder, { recursive: true })
  const [, height = 0, width = 0] = /<page [^>]*height="(\d+)" width="(\d+)"/.exec(xml)?.map(Number) ?? []
  return { width, height, paths: pathsIn(svg), lines: linesIn(xml) }
}

/** Letters are symbols, and what only clips draws nothing. */
function pathsIn(svg: string): PrintedPage['paths'] {
  const drawn = svg.slice(svg.indexOf('</defs>')).replaceAll(/<clipPath.*?<\/clipPath>/gs, '')
  return [...drawn.matchAll(/<path style="([^"]*)" d="([^"]*)"(?: transform="([^"]*)")?/g)].map(([, style = '', d = '', transform]) => {
    const said = Object.fromEntries(style.split(';').map(part => part.split(':')))
    return {
      d, fill: said.fill ?? 'none', stroke: said.stroke ?? 'none', strokeWidth: Number(said['stroke-width'] ?? 0),
      ...(transform && { transform }),
    }
  })
}

function linesIn(xml: string): PrintedPage['lines'] {
  const specs = new Map([...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="\w+\+([\w-]+)" color="([^"]+)"/g)]
    .map(([, id, size, family = '', colour = '']) => [id, { size: Number(size), family, colour }]))
  return [...xml.matchAll(/<text top="(\d+)" left="(\d+)" width="(\d+)" height="\d+" font="(\d+)">(.*?)<\/text>/g)].map(
    ([, top, left, width, font, marked = '']) => {
      const { size = 10, family = '', colour = '' } = specs.get(font) ?? {}
      const name = marked.includes('<i>') ? `${family}-Italic` : family
      const text = marked.replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
      return { text, left: Number(left), top: Number(top), width: Number(width), size, colour, face: isFace(name) ? name : 'SourceSans3' }
    },
  )
}

export function byReactPdf({ width, height, paths, lines }: PrintedPage): Promise<Buffer> {
  const drawn = createElement(Svg, { key: 'drawn', width, height, style: { position: 'absolute' } },
    paths.map((path, key) => createElement(Path, { key, ...path })))
  const texts = lines.map(({ text, left, top, size, colour, face }, key) => createElement(
    Text, { key, style: { position: 'absolute', left, top, fontFamily: face, fontSize: size, color: colour } }, text,
  ))
  return renderToBuffer(createElement(Document, null, createElement(Page, { size: [width, height] }, [drawn, ...texts])))
}

/** The faces, once, as a page that prints one certificate after the other keeps them. */
export function facesAsCss(): string {
  return Object.entries(FILES).map(([family, file]) => {
    const bytes = readFileSync(require.resolve(`@expo-google-fonts/${file}`))
    return `@font-face{font-family:'${family}';src:url(data:font/ttf;base64,${bytes.toString('base64')})}`
  }).join('')
}

export function asMarkup({ width, height, paths, lines }: PrintedPage): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const drawn = paths.map(({ d, fill, stroke, strokeWidth, transform }) =>
    `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"${transform ? ` transform="${transform}"` : ''}/>`)
  const texts = lines.map(({ text, left, top, size, colour, face }) =>
    `<p style="left:${left}pt;top:${top}pt;font:${size}pt '${face}';color:${colour}">${escape(text)}</p>`)
  return `<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>${texts.join('')}`
}
