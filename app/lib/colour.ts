type Rgb = [number, number, number]

/** Six hex digits with their hash; anything else is refused, since a colour goes into documents as it is. */
export function rgb(colour: string): Rgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!digits) throw new TypeError(`Not a colour of six hex digits: ${colour.slice(0, 20)}`)
  return [channel(digits[1]), channel(digits[2]), channel(digits[3])]
}

/** `share` of the first colour over the second: 1 gives the first, 0 the second. */
export function mix(first: string, second: string, share: number): string {
  const [over, under] = [rgb(first), rgb(second)]
  return hex(over.map((value, i) => value * share + (under[i] ?? 0) * (1 - share)))
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** The colour itself, or the nearest darker one that can be read on white (WCAG 2.2 AA, 4.5:1). */
export function legible(colour: string): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const darker = mix(colour, '#000000', share)
    if (contrast(darker, '#ffffff') >= 4.5) return darker
  }
  return '#000000'
}

function channel(digits = '00'): number {
  return Number.parseInt(digits, 16)
}

function hex(channels: number[]): string {
  return `#${channels.map(value => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map(linear)
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
