const [INK, GOLD, PALE] = ['#12315a', '#c9a24b', '#ffffff']

/** The demo university's: an open book over a bridge of three arches and the water under it, on a shield. As an SVG. */
export function northbridgeCrest(): string {
  const shield = 'M12 10 H188 V118 C188 176 148 212 100 232 C52 212 12 176 12 118 Z'
  const inner = 'M20 18 H180 V117 C180 171 143 204 100 223 C57 204 20 171 20 117 Z'
  const arches = [46, 82, 118].map(x => `M${x} 168 V156 A13 13 0 0 1 ${x + 26} 156 V168 Z`).join('')
  const page = 'M100 52 C86 42 66 40 44 44 V96 C66 92 86 94 100 104 Z'
  const lines = [58, 69, 80].map(y => `M54 ${y} C68 ${y - 2} 80 ${y} 91 ${y + 5}`).join('')
  const waves = [186, 198].map(y => `M${y === 186 ? 42 : 56} ${y} q9.7 -7 19.3 0 t19.3 0 t19.3 0 t19.3 0 ${y === 186 ? 't19.3 0 t19.3 0' : 't13 0'}`).join('')
  const mirrored = '<g transform="matrix(-1 0 0 1 200 0)">'
  const half = `<path d="${page}" fill="${PALE}"/><path d="${lines}" fill="none" stroke="${INK}" stroke-width="3" stroke-linecap="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 242" width="400" height="484">
    <path d="${shield}" fill="${INK}"/><path d="${inner}" fill="none" stroke="${GOLD}" stroke-width="3"/>
    ${half}${mirrored}${half}</g>
    <path d="M34 130 H166 V142 H34 Z" fill="${GOLD}"/>
    <path fill-rule="evenodd" d="M34 142 H166 V168 H34 Z ${arches}" fill="${GOLD}"/>
    <path d="${waves}" fill="none" stroke="${PALE}" stroke-width="3.4" stroke-linecap="round"/>
  </svg>`
}
