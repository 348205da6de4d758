import { encode } from 'uqr'
import { remembering } from './memory'

/** A QR code on its own white paper in both themes; it holds exactly `value`. */
export function Qr({ value, label, size = 132 }: { value: string; label: string; size?: number }) {
  const { dark, modules } = codeOf(value)
  return (
    <svg
      className="qr"
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M0 0h${modules}v${modules}H0z`} />
      <path fill="#17202b" d={dark} />
    </svg>
  )
}

/** The code as the address of a file to download. */
export function qrFile(value: string): string {
  const { dark, modules } = codeOf(value)
  const paths = `<path fill="#fff" d="M0 0h${modules}v${modules}H0z"/><path d="${dark}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 ${modules} ${modules}">${paths}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const codeOf = remembering(value => {
  const { data, size } = encode(value, { ecc: 'M', border: 4 })
  return { dark: data.map(darkRuns).join(''), modules: size }
})

/** Neighbouring dark modules of a row as one rectangle. */
function darkRuns(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const start = x
    while (row[x]) x++
    if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`
  }
  return path
}
