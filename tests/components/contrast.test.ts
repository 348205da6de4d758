import { expect, test } from 'vitest'
import { dark, light } from '../../tailwind.config'

type Role = keyof typeof light

const grounds: Role[] = ['paper', 'surface']
const tints = ['laurel', 'amber', 'clay', 'sky'] as const
const heats = [1, 2, 3, 4] as const

const asText: [Role, Role][] = [
  ...grounds.flatMap(ground =>
    ['ink', 'ink-soft', ...tints].map((text): [Role, Role] => [text as Role, ground]),
  ),
  ...tints.flatMap((tint): [Role, Role][] => [
    ['ink', `${tint}-soft`],
    [tint, `${tint}-soft`],
  ]),
  ['on-laurel', 'laurel'],
  ['on-laurel', 'laurel-deep'],
  ['laurel-deep', 'laurel-soft'],
  ['paper', 'ink'],
  ['ink-soft', 'laurel-soft'],
  ['ink-soft', 'line'],
  ...heats.map((heat): [Role, Role] => [`on-heat-${heat}`, `heat-${heat}`]),
]

const asEdge: [Role, Role][] = [
  ...grounds.flatMap((ground): [Role, Role][] => [
    ['edge', ground],
    ['laurel', ground],
    ['clay', ground],
  ]),
]

for (const [name, theme] of Object.entries({ light, dark })) {
  test(`in the ${name} theme every text stands out by 4.5 to 1`, () => {
    const faint = asText.filter(([text, ground]) => contrast(theme[text], theme[ground]) < 4.5)
    expect(
      faint.map(([text, ground]) => `${text} on ${ground}: ${contrast(theme[text], theme[ground])}`),
    ).toEqual([])
  })

  test(`in the ${name} theme every edge of a control stands out by 3 to 1`, () => {
    expect(asEdge.filter(([edge, ground]) => contrast(theme[edge], theme[ground]) < 3)).toEqual([])
  })
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return Math.floor(((high + 0.05) / (low + 0.05)) * 100) / 100
}
