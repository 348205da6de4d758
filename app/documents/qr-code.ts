import { encode } from 'uqr'
import { rectangle } from '~/lib/engraving'
import type { Picture } from './ink'

/** A QR code (ISO/IEC 18004, level M) of the size given, its quiet zone of four modules included. */
export function qrCode(text: string, size: number, ink: string): Picture {
  const { data: rows } = encode(text, { ecc: 'M', border: 4 })
  const modules = rows.length
  const bars = rows.flatMap((row, y) => runs(row).map(([x, length]) => rectangle(x, y, length, 1)))
  const shapes = [{ d: rectangle(0, 0, modules, modules), fill: '#ffffff' }, { d: bars.join(''), fill: ink }]
  return { shapes, width: size, unit: size / modules }
}

/** Start and length of each unbroken row of dark modules: drawn as one, no hairline shows between them. */
function runs(row: boolean[]): [number, number][] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts.map(start => {
    const end = row.indexOf(false, start)
    return [start, (end < 0 ? row.length : end) - start]
  })
}
