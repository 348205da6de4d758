import type { PaperMessages } from '../en/papers'
import { plural } from './numbers'

export const time: PaperMessages['common']['time'] = {
  hours: hours => `${hours}\u00A0h`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00A0h\u00A0${minutes}`,
  minutes: minutes => `${minutes}\u00A0min`,
  today: 'aujourd’hui',
  yesterday: 'hier',
  weekday: (name, day) => `${name} ${day}`,
  since: day => `depuis ${day}`,
  on: day => `le ${day}`,
  period: (from, to) => `${from} – ${to}`,
  ongoing: from => `depuis ${from}`,
  days: count => plural(count, { one: '# jour', many: '# jours', other: '# jours' }),
}
