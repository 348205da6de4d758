import type { PaperMessages } from '../en/papers'
import { plural } from './numbers'

export const time: PaperMessages['common']['time'] = {
  hours: hours => `${hours}\u00A0h`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00A0h\u00A0${minutes}\u00A0min`,
  minutes: minutes => `${minutes}\u00A0min`,
  today: 'hoy',
  yesterday: 'ayer',
  weekday: (name, day) => `${name}, ${day}`,
  since: day => `desde ${day}`,
  on: day => `el ${day}`,
  period: (from, to) => `${from} – ${to}`,
  ongoing: from => `desde ${from}`,
  days: count => plural(count, { one: '# día', many: '# de días', other: '# días' }),
}
