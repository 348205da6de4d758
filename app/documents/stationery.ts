import { legible, mix } from '~/lib/colour'
import type { Crest, HouseLook } from './house-look'
import { sheets, type SheetOfPaper } from './sheet-of-paper'
import type { Hand } from './writing'

/** The colours, hands, crest and sheets of one institution's papers. */
export interface Stationery {
  ink: string
  accent: string
  line: string
  crest: Crest | null
  sheet: SheetOfPaper
  hands: Record<HandName, Hand>
}

type HandName =
  | 'label' | 'institution' | 'office' | 'phrase' | 'name' | 'title' | 'value' | 'text' | 'note' | 'number'

/** Whatever colours an institution has: what is read is made dark enough to be read. */
export function stationery({ colours, crest, paperSize }: HouseLook): Stationery {
  const ink = legible(colours.ink)
  const line = mix(ink, '#ffffff', 0.18)
  const hands: Stationery['hands'] = {
    label: { style: 'sans-semibold', size: 7, colour: legible(colours.accent), tracking: 0.07 },
    institution: { style: 'serif-medium', size: 21, colour: ink },
    office: { style: 'serif-italic', size: 11.5, colour: SOFT },
    phrase: { style: 'serif-italic', size: 13.5, colour: SOFT },
    name: { style: 'serif', size: 43, colour: ink, leading: 47 },
    title: { style: 'serif-medium', size: 27, colour: TEXT, leading: 27 },
    value: { style: 'serif-medium', size: 13.5, colour: TEXT },
    text: { style: 'sans', size: 10, colour: TEXT, leading: 13.4 },
    note: { style: 'sans', size: 8, colour: SOFT, leading: 10.4 },
    number: { style: 'sans-semibold', size: 7.6, colour: ink, tracking: 0.03 },
  }
  return { ink, accent: colours.accent, line, crest, sheet: sheets[paperSize], hands }
}

const TEXT = '#1d2630'
const SOFT = '#56606b'
