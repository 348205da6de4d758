import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/** Colours by role. Every pair set as text meets 4.5:1, every edge of a control 3:1, in both themes. */
export const light = {
  paper: '#FBFAF6',
  surface: '#FFFFFF',
  ink: '#17202B',
  'ink-soft': '#56606B',
  line: '#E4E1D8',
  edge: '#81827B',
  laurel: '#1F6B4A',
  'laurel-deep': '#17543A',
  'laurel-soft': '#E5F0EA',
  'laurel-mid': '#8DBBA4',
  'on-laurel': '#FFFFFF',
  amber: '#A15C00',
  'amber-soft': '#FAF0DC',
  clay: '#A8321F',
  'clay-soft': '#FAE9E4',
  sky: '#1D5B8F',
  'sky-soft': '#E4EEF6',
  'heat-0': '#EFEDE6',
  'heat-1': '#DCEBE2',
  'heat-2': '#A9CFBB',
  'heat-3': '#5E9E7F',
  'heat-4': '#1F6B4A',
  'on-heat-1': '#17202B',
  'on-heat-2': '#17202B',
  'on-heat-3': '#0A1510',
  'on-heat-4': '#FFFFFF',
}

export const dark: typeof light = {
  paper: '#14191C',
  surface: '#1C2326',
  ink: '#EFEBE1',
  'ink-soft': '#AEB4B2',
  line: '#31393C',
  edge: '#7C8584',
  laurel: '#84CDA8',
  'laurel-deep': '#A3DDC0',
  'laurel-soft': '#1D362B',
  'laurel-mid': '#47856A',
  'on-laurel': '#0B1F16',
  amber: '#E8AE58',
  'amber-soft': '#3A2D16',
  clay: '#F2937F',
  'clay-soft': '#40221C',
  sky: '#8DBFEA',
  'sky-soft': '#1B3145',
  'heat-0': '#262D30',
  'heat-1': '#1F3A2E',
  'heat-2': '#2D5B46',
  'heat-3': '#4F9273',
  'heat-4': '#84CDA8',
  'on-heat-1': '#EFEBE1',
  'on-heat-2': '#EFEBE1',
  'on-heat-3': '#06120C',
  'on-heat-4': '#0B1F16',
}

const roles = Object.keys(light)

const values = (theme: typeof light) =>
  Object.fromEntries(Object.entries(theme).map(([role, value]) => [`--${role}`, value]))

/** Dark is what the reader chose, or what the system asks for while nothing is chosen. */
const themes = plugin(({ addBase, addVariant }) => {
  const night = { 'color-scheme': 'dark', ...values(dark) }
  addBase({
    ':root': { 'color-scheme': 'light', ...values(light) },
    ':root[data-theme=dark]': night,
    '@media (prefers-color-scheme: dark)': { ':root:not([data-theme=light])': night },
    // Paper is white, whatever the screen was: three times, so that it outweighs both ways to be dark.
    '@media print': { ':root:root:root': { 'color-scheme': 'light', ...values({ ...light, paper: light.surface }) } },
  })
  addVariant('dark', [
    '&:where([data-theme=dark], [data-theme=dark] *)',
    '@media (prefers-color-scheme: dark) { &:where(:root:not([data-theme=light]) *) }',
  ])
})

export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(roles.map(role => [role, `var(--${role})`])),
    },
    fontFamily: {
      serif: [
        '"Source Serif 4 Variable"',
        '"Noto Naskh Arabic Variable"',
        '"Noto Serif"',
        'Georgia',
        'serif',
      ],
      sans: ['"Inter Variable"', '"Noto Sans Arabic Variable"', '"Noto Sans"', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', '"SF Mono"', 'Menlo', '"Noto Sans Mono"', 'monospace'],
    },
    fontSize: {
      sm: ['0.875rem', '1.25rem'],
      base: ['1rem', '1.625rem'],
      md: ['1.125rem', '1.75rem'],
      lg: ['1.375rem', '1.75rem'],
      xl: ['1.75rem', '2.25rem'],
      '2xl': ['2.25rem', '2.625rem'],
    },
    fontWeight: { normal: '400', medium: '550', heading: '560', bold: '600' },
    borderRadius: { none: '0', small: '5px', DEFAULT: '10px', full: '999px' },
  },
  plugins: [themes],
} satisfies Config
