import type { Role } from '~/domain/people'
import { capital, plural, spell } from './numbers'

const names: Record<Role, string> = {
  student: 'Student',
  supervisor: 'Supervisor',
  coordinator: 'Coordinator',
  designer: 'Designer',
  registrar: 'Registrar',
  careers: 'Careers service',
  admin: 'Administrator',
}

/** The administrator's desk: who has an account, who is invited, and what they may do. */
export const peopleDesk = {
  title: 'People',
  heading: (shown: number, isMore: boolean) =>
    isMore
      ? 'Everybody with an account, by name.'
      : `${capital(spell(shown))} ${plural(shown, { one: 'person has', other: 'people have' })} an account.`,
  furtherHeading: 'Everybody with an account, further on.',
  found: (shown: number, isMore: boolean, search: string) => {
    if (shown === 0) return `Nobody here matches “${search}”.`
    const count = isMore ? `More than ${spell(shown)}` : capital(spell(shown))
    return `${count} ${plural(shown, { one: 'person matches', other: 'people match' })} “${search}”.`
  },
  below: 'By official name. Open somebody to see and change what they may do.',
  search: 'Search by name or address',
  find: 'Search',
  all: 'Show all',
  label: 'People',
  next: 'Show further names',
  first: 'Back to the first name',
  goesBy: (usedName: string) => `goes by ${usedName}`,
  noAddress: 'no address',
  noRole: 'No role',

  role: names,
  held: (role: Role, unit: string | null) => (unit === null ? names[role] : `${names[role]}, ${unit}`),

  invitations: {
    title: 'Invited',
    note: 'Whoever reads the mailbox opens the account. Until then they can do nothing here.',
    none: 'Nobody has an invitation open.',
    open: (until: string) => `Open until ${until}`,
    resend: 'Send again',
    resendTo: (name: string) => `Send the invitation to ${name} again`,
    withdraw: 'Withdraw',
    withdrawOf: (name: string) => `Withdraw the invitation to ${name}`,
    sent: (name: string) => `An invitation is on its way to ${name}. It works for 14 days.`,
    resent: 'The invitation is on its way once more. It works for another 14 days.',
    withdrawn: 'The invitation is withdrawn. Its link leads nowhere now.',
  },

  invite: {
    title: 'Invite somebody',
    note: 'For whoever cannot sign up on one of your own mail domains, or is to have another role there.',
    address: 'Mail address',
    addressHint: 'The letter with the link goes there.',
    name: 'Official name',
    nameHint: 'As it should stand on documents. They can correct it when they accept.',
    role: 'Role',
    roleHint: 'Somebody can have several.',
    unit: 'Where it holds',
    unitHint: 'A unit includes the units below it.',
    everywhere: 'The whole institution',
    submit: 'Send the invitation',
  },

  person: {
    page: 'Person',
    who: 'Who they are',
    officialName: 'Official name',
    usedName: 'Goes by',
    addresses: 'Addresses',
    unconfirmed: 'not confirmed',
    since: 'Account since',
    studies: 'Studies',
    study: (programme: string, unit: string) => `${programme}, ${unit}`,
    enrolled: (number: string, year: number, attendance: string, status: string) =>
      `${number}, since ${year}, ${attendance}, ${status}`,
    attendance: { fullTime: 'full-time', partTime: 'part-time', online: 'online' },
    status: {
      active: 'enrolled',
      onLeave: 'on leave',
      graduated: 'graduated',
      withdrawn: 'withdrawn',
      deceased: 'deceased',
    },
  },

  roles: {
    title: 'Roles',
    note: 'A change holds from the next page they open.',
    none: 'They have no role: they can sign in and keep what is theirs.',
    own: 'Nobody changes their own roles. Another administrator can.',
    end: 'End',
    endOf: (role: string) => `End the role: ${role}`,
    ended: (role: string, name: string) => `${name} no longer has this role: ${role}.`,
    give: 'Give them a role',
    submit: 'Give the role',
    given: (role: string, name: string) => `${name} has this role now: ${role}.`,
  },

  waivers: {
    title: 'Set aside',
    note: 'A part of a programme that this student need not show, because something else stands for it.',
    none: 'Nothing is set aside for them.',
    part: (label: string, programme: string) => `${label}, ${programme}`,
    gone: 'A part that no published programme asks for',
    decided: (by: string | null, on: string) => (by === null ? `Decided ${on}` : `Decided by ${by} ${on}`),
    withdraw: 'Withdraw',
    withdrawOf: (part: string) => `Withdraw: ${part}`,
    withdrawn: 'Withdrawn. From now on they have to show this part.',
    own: 'Nobody sets anything aside for themselves. A colleague can.',
    give: 'Set a part aside',
    key: 'Part of a programme',
    reason: 'Reason',
    reasonHint: 'Stands beside the part wherever it counts; the student reads it too.',
    submit: 'Set it aside',
    given: 'Set aside. It counts for them from now on.',
    nothing: 'No published programme has another part that can be set aside.',
  },
}
