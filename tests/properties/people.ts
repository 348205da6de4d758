import { cast, newcomers, outsiders } from '../cast'

/** Who signs in. Ana and Ben also coordinate, so that the rules have to keep them from what their role would allow. */
export const members = ['ana', 'chidi', 'ben', 'mina', 'rosa', 'lena'] as const
export type Member = (typeof members)[number]
export type Student = 'ana' | 'chidi'

/** Addresses that can be asked, also the students’ own; Kofi’s is free mail, where dots and tags mean nothing. */
export const mailboxes = {
  eleni: { name: outsiders.eleni.name, address: outsiders.eleni.email },
  jonas: { name: newcomers.jonas.name, address: newcomers.jonas.email },
  ines: { name: outsiders.ines.name, address: outsiders.ines.email },
  kofi: { name: newcomers.kofi.name, address: 'kofi.mensah@gmail.com' },
  ana: { name: cast.ana.usedName, address: cast.ana.email },
  chidi: { name: cast.chidi.usedName, address: cast.chidi.email },
  ben: { name: cast.ben.usedName, address: cast.ben.email },
  mina: { name: cast.mina.usedName, address: cast.mina.email },
} as const
export type Mailbox = keyof typeof mailboxes
export const mailboxNames = ['eleni', 'jonas', 'ines', 'kofi', 'ana', 'chidi', 'ben', 'mina'] as const

/** Somebody signed in, or whoever typed a code that was read in a mailbox. */
export type Somebody = Member | `${Mailbox} by code`

export const everybody: readonly Somebody[] = [
  ...members,
  ...mailboxNames.map(name => `${name} by code` as const),
]

export const isByCode = (somebody: Somebody): somebody is `${Mailbox} by code` =>
  somebody.endsWith(' by code')

export function mailboxOf(somebody: `${Mailbox} by code`): Mailbox {
  const mailbox = mailboxNames.find(name => somebody === `${name} by code`)
  if (!mailbox) throw new Error(`${somebody} has no mailbox`)
  return mailbox
}

/** The same mailbox in other letters, as people write addresses. */
export function spelled(mailbox: Mailbox, how: number): string {
  const { address } = mailboxes[mailbox]
  const [local = '', domain = ''] = address.split('@')
  const spellings = [
    address,
    `${local.toUpperCase()}@${domain}`,
    `${local}+vouch@${domain}`,
    domain === 'gmail.com'
      ? `${[...local].join('.').replaceAll('...', '.')}+log@GoogleMail.com`
      : ` ${address} `.trim(),
  ]
  return spellings[how % spellings.length] ?? address
}
