import type { PaperMessages } from '../en/papers'
import { plural } from './numbers'

export const time: PaperMessages['common']['time'] = {
  hours: hours => `${hours}\u00A0Std.`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00A0Std.\u00A0${minutes}\u00A0Min.`,
  minutes: minutes => `${minutes}\u00A0Min.`,
  today: 'heute',
  yesterday: 'gestern',
  weekday: (name, day) => `${name}, ${day}`,
  since: day => `seit ${day}`,
  on: day => `am ${day}`,
  period: (from, to) => `${from} bis ${to}`,
  ongoing: from => `seit ${from}`,
  days: count => plural(count, { one: '# Tag', other: '# Tage' }),
}
