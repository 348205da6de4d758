import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { Document, Font, Page, Path, renderToBuffer, StyleSheet, Svg, Text } from '@react-pdf/renderer'
import { createElement } from 'react'
import type { Shape } from '../app/domain/emblem'

/** One paragraph each under the drawings. */
export interface Sheet {
  isLandscape: boolean
  texts: string[]
  drawings: Shape[]
}

const require = createRequire(import.meta.url)
const FACES = {
  'Source Sans': 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'Amiri': 'amiri/400Regular/Amiri_400Regular.ttf',
  'Noto Sans SC': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
}
const SCRIPTS = { 'Amiri': /\p{Script=Arabic}/u, 'Noto Sans SC': /\p{Script=Han}/u }
const files = Object.entries(FACES).map(([family, file]) => ({ family, path: require.resolve(`@expo-google-fonts/${file}`) }))
for (const { family, path: src } of files) Font.register({ family, src })
Font.registerHyphenationCallback(word => [word])

const styles = StyleSheet.create({ page: { padding: 46 }, text: { fontFamily: 'Source Sans', fontSize: 9, lineHeight: 1.3 } })
const arabic = { ...styles.text, fontFamily: 'Amiri' }
const chinese = { ...styles.text, fontFamily: 'Noto Sans SC' }

export function plainPdf({ isLandscape, texts, drawings }: Sheet): Promise<Buffer> {
  const paragraphs = texts.map((text, key) => createElement(Text, { key, style: styleFor(text) }, text))
  const paths = drawings.map(({ d, fill, stroke, width }, key) => createElement(Path, { key, d, fill: fill ?? 'none', stroke, strokeWidth: width }))
  const drawn = createElement(Svg, { key: 'drawn', width: 400, height: 300, viewBox: '0 0 800 600' }, paths)
  const page = createElement(Page, { size: 'A4', orientation: isLandscape ? 'landscape' : 'portrait', style: styles.page }, [drawn, ...paragraphs])
  return renderToBuffer(createElement(Document, null, page))
}

function styleFor(text: string) {
  if (SCRIPTS.Amiri.test(text)) return arabic
  return SCRIPTS['Noto Sans SC'].test(text) ? chinese : styles.text
}

/** With the faces inside, as a page that is printed has them. */
export function plainHtml({ texts, drawings }: Sheet): string {
  const all = texts.join('')
  const needed = files.filter(({ family }) => (family === 'Amiri' || family === 'Noto Sans SC' ? SCRIPTS[family].test(all) : true))
  const faces = needed.map(({ family, path }) =>
    `@font-face{font-family:'${family}';src:url(data:font/ttf;base64,${readFileSync(path).toString('base64')})}`)
  const style = `${faces.join('')}body{font:9pt/1.3 'Source Sans','Amiri','Noto Sans SC'}p{margin:0}@page{margin:46pt}`
  const paths = drawings.map(({ d, fill, stroke, width }) => `<path d="${d}" fill="${fill ?? 'none'}" stroke="${stroke ?? 'none'}" stroke-width="${width ?? 0}"/>`)
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Document</title><style>${style}</style><svg width="400" height="300" viewBox="0 0 800 600">${paths.join('')}</svg>${texts.map(text => `<p>${escape(text)}</p>`).join('')}`
}
