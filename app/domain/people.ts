import { found } from '~/lib/refusal'

export const roles = ['student', 'supervisor', 'coordinator', 'designer', 'registrar', 'careers', 'admin'] as const
export type Role = (typeof roles)[number]

const FREE_MAIL = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com',
  'gmx.net', 'gmx.de', 'web.de', 'proton.me', 'protonmail.com', 'aol.com', 'mail.com', 'freemail.example',
])
const DOTS_MEAN_NOTHING = new Set(['gmail.com', 'googlemail.com'])

/** One mailbox, one spelling: case, plus-tags and meaningless dots folded away (rule 1). */
export function normaliseAddress(address: string) {
  const at = address.trim().toLowerCase().lastIndexOf('@')
  const folded = address.trim().toLowerCase()
  let local = folded.slice(0, at).replace(/\+.*$/, '')
  let domain = folded.slice(at + 1)
  if (domain === 'googlemail.com') domain = 'gmail.com'
  if (DOTS_MEAN_NOTHING.has(domain)) local = local.replaceAll('.', '')
  return `${local}@${domain}`
}

export function domainOf(address: string) {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** Enough to know where to look, too little to learn an address from: "e…@shorelinefoodbank.example". */
export function masked(address: string) {
  return `${Array.from(address)[0] ?? ''}…@${domainOf(address)}`
}

export function isFreeMail(address: string) {
  return FREE_MAIL.has(domainOf(address))
}

/** Where letters to somebody go. Whoever has an account has an address. */
export function primaryAddress(person: { addresses: readonly { address: string; isPrimary: boolean }[] }) {
  const { addresses } = person
  return found(addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0]).address
}

/** First name and initial: what a link shows of a student before its reader has typed a code. */
export function discreetName(usedName: string) {
  const [first = '', ...others] = usedName.trim().split(/\s+/)
  const initial = Array.from(others.at(-1) ?? '')[0]
  return initial ? `${first} ${initial}.` : first
}

/** What somebody is called in a sentence: the first part of the name they use. */
export function givenName(usedName: string) {
  return usedName.trim().split(/\s+/)[0] ?? usedName
}
