import { encode } from 'uqr'
import { channels, coordinates } from './operators'
import type { Paper } from './paper'

interface Square {
  x: number
  top: number
  size: number
}

/**
 * A QR code (ISO/IEC 18004, level M) that fills its square, with a quiet zone of four modules. It faces the same
 * way on a mirrored page.
 */
export function drawQrCode(paper: Paper, text: string, alt: string, { x, top, size }: Square): void {
  const { modules, bars } = qrBars(text)
  const scale = size / modules
  paper.tagged('Figure', () => paper.addContent([
    `q ${coordinates([scale, 0, 0, scale, paper.leftOf(x, size), top])}`,
    `1 g 0 0 ${modules} ${modules} re f`,
    `${channels(paper.look.ink)} rg`, ...bars.map(bar => `${bar.x} ${bar.y} ${bar.length} 1 re`), 'f Q',
  ].join('\n')), { alt, bbox: [x, top, x + size, top + size] })
}

/** How many modules a side has, and each unbroken row of dark ones: drawn as one, no hairline shows between them. */
export function qrBars(text: string): { modules: number; bars: { x: number; y: number; length: number }[] } {
  const { data: rows } = encode(text, { ecc: 'M', border: 4 })
  const bars = rows.flatMap((row, y) => runs(row).map(([x, length]) => ({ x, y, length })))
  return { modules: rows.length, bars }
}

function runs(row: boolean[]): [number, number][] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts.map(start => {
    const end = row.indexOf(false, start)
    return [start, (end < 0 ? row.length : end) - start]
  })
}
