import { capital, plural, spell } from './numbers'

const credentials = (count: number) => `${spell(count)} ${plural(count, { one: 'credential', other: 'credentials' })}`

/** Credentials that end with a month, and their renewal. */
export const awardExpiry = {
  title: 'Ending soon',
  open: 'What ends soon',
  heading: (count: number, isMore: boolean, month: string) => {
    if (count === 0) return `No credential ends in ${month}.`
    const many = isMore ? `At least ${credentials(count)}` : capital(credentials(count))
    return `${many} ${plural(count, { one: 'ends', other: 'end' })} in ${month}.`
  },
  months: 'Month',
  earlier: 'Month before',
  later: 'Month after',
  list: 'Whom to renew it for',
  note: 'Whoever still meets the programme as it is now is offered a new credential that names the old one. The old one stays good until its day.',
  row: (programme: string, day: string) => `${programme}, until ${day}`,
  renew: 'Renew for those chosen',
  isRetired: 'One of these programmes is awarded no more, and nothing was offered. Leave its credentials out.',
  nobodyChosen: 'Choose somebody.',
  renewed: (count: number) => (count === 0 ? 'Nobody new: they were renewed already.' : `Renewed for ${spell(count)}.`),
  notYet: (count: number) => `${capital(spell(count))} no longer ${plural(count, { one: 'meets', other: 'meet' })} it and ${plural(count, { one: 'was', other: 'were' })} left out.`,
  next: 'Further credentials',
}
