import { capital, list, plural, spell } from './numbers'

/** Units as those see them who keep them. */
export const units = {
  page: 'Units',
  heading: (count: number) =>
    count === 0
      ? 'You keep no unit.'
      : `${capital(spell(count))} ${plural(count, { one: 'unit', other: 'units' })} in your care.`,
  below: 'Whom each has, by which addresses it speaks, when one submits, and what it offers.',
  label: 'Units',
  kind: {
    faculty: 'Faculty',
    office: 'Office',
    club: 'Club or society',
    service: 'Service',
    partner: 'Partner organisation',
  },
  within: (kind: string, above: string) => `${kind}, ${above}`,
  coordinators: (names: readonly string[]) =>
    names.length === 0 ? 'It has no coordinator of its own: that of the unit above looks after it.' : `Coordinated by ${list([...names])}.`,

  offers: {
    title: 'What it offers',
    note: 'Once a year somebody says of each that it still is so.',
    see: 'See its opportunities',
    confirm: 'Say what is still so',
  },

  mailbox: {
    title: 'Its own mailbox',
    note: 'Asked when somebody who answered for the unit has left and named nobody after them.',
    email: 'Mail address',
    submit: 'Keep it',
    done: 'The mailbox is kept.',
  },

  contacts: {
    title: 'Who answers for it',
    note: 'When somebody has left, whoever comes after them is asked in their place.',
    none: 'Nobody is named yet.',
    from: (day: string) => `since ${day}`,
    between: (from: string, until: string) => `${from} to ${until}`,
    left: (until: string) => `left on ${until}`,
    then: (name: string) => `Afterwards ${name}.`,
    add: 'Add somebody',
    name: 'Name',
    email: 'Mail address',
    role: 'What they are there',
    fromDay: 'From',
    untilDay: 'Last day',
    deputyName: 'Afterwards: name',
    deputyEmail: 'Afterwards: mail address',
    submit: 'Add them',
    added: (name: string) => `${name} is in the list.`,
    endOf: (name: string) => `Say when ${name} leaves`,
    endDo: 'Keep the last day',
    ended: 'The last day is kept. Requests after it go to whoever comes after them.',
  },

  domains: {
    title: 'Addresses it speaks by',
    note: 'An address in one of these domains counts as the organisation’s. A code sent there proves it.',
    none: 'No domain is linked.',
    linked: (on: string) => `linked ${on}`,
    unlink: 'Unlink',
    unlinkOf: (domain: string) => `Unlink ${domain}`,
    unlinked: 'The domain is unlinked. What was confirmed by it stays as it was.',
    address: 'An address in the domain',
    addressHint: 'Six digits go there. Whoever reads them tells you.',
    ask: 'Mail the digits',
    asked: (address: string) => `Six digits are on their way to ${address}. They work for 30 minutes.`,
    waiting: (domain: string) => `Prove ${domain}`,
    code: (address: string) => `The six digits mailed to ${address}`,
    prove: 'Link the domain',
    proven: (domain: string) => `${domain} is linked. Addresses in it speak for the unit from now on.`,
  },

  windows: {
    title: 'When students submit',
    note: 'Where no window is set, at any time. It binds what students submit, and nothing else.',
    none: 'No window is set.',
    of: (year: string, from: string, until: string) => `${year}: ${from} to ${until}`,
    remove: 'Remove',
    removeOf: (year: string) => `Remove the window of ${year}`,
    removed: 'The window is removed.',
    year: 'Year',
    opensOn: 'First day',
    closesOn: 'Last day',
    submit: 'Set the window',
    done: (year: string) => `The window of ${year} is set.`,
  },

  rollover: {
    page: 'Still so?',
    heading: (unit: string) => `Is all this still so at ${unit}?`,
    below:
      'Tick what still holds and keep it for a year, or tick what is over and retire it. The rest waits.',
    none: 'The unit offers nothing at the moment.',
    label: 'What the unit offers',
    select: (title: string) => `Choose ${title}`,
    validator: (name: string) => (name ? `${name} confirms it` : 'Nobody confirms it'),
    until: (name: string, day: string) => `${name} confirms it until ${day}`,
    then: (name: string) => `(afterwards ${name})`,
    confirmed: (day: string) => `Said to be so until ${day}`,
    never: 'Nobody has said so yet',
    change: 'Change',
    changeOf: (title: string) => `Change ${title}`,
    keep: 'Still so, for a year',
    retire: 'Over: retire them',
    kept: (count: number) =>
      plural(count, { one: 'One holds for another year.', other: '# hold for another year.' }),
    retired: (count: number) =>
      plural(count, { one: 'One is out of the catalogue.', other: '# are out of the catalogue.' }),
    next: 'Show more',
    first: 'Back to the first',
  },
}
