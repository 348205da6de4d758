import type { PaperMessages } from '../en/papers'
import { plural } from './numbers'

export const time: PaperMessages['common']['time'] = {
  hours: hours => `${hours}\u00A0س`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00A0س\u00A0${minutes}\u00A0د`,
  minutes: minutes => `${minutes}\u00A0د`,
  today: 'اليوم',
  yesterday: 'أمس',
  weekday: (name, day) => `${name}، ${day}`,
  since: day => `منذ ${day}`,
  on: day => `في ${day}`,
  period: (from, to) => `من ${from} إلى ${to}`,
  ongoing: from => `منذ ${from}`,
  days: count => plural(count, {
    zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم',
  }),
}
