import type { Role } from '~/domain/people'

/** Everybody in the demo, the tests and the README. One password for all who sign in. */
export const PASSWORD = 'vouch-demo'

export const northbridge = {
  slug: 'northbridge',
  name: 'Northbridge University',
  legalName: 'Northbridge University, public foundation',
  country: 'IE',
  accreditation: 'Accredited by the National Quality Council, register number 0417',
  url: 'https://northbridge.example',
  contactEmail: 'credentials@northbridge.example',
  office: 'Office of Student Life',
  timeZone: 'Europe/Dublin',
  language: 'en',
} as const

/** Sign for the university, the longest in office first. */
export const signatories = [
  { name: 'Rosa Lindqvist', role: 'Registrar', inOfficeFrom: '2019-09-01' },
  { name: 'Mina Sato', role: 'Head of Student Life', inOfficeFrom: '2021-09-01' },
] as const

export const units = {
  university: { kind: 'office', name: 'Office of Student Life', parent: null },
  engineering: { kind: 'faculty', name: 'Faculty of Engineering', parent: 'university' },
  humanities: { kind: 'faculty', name: 'Faculty of Humanities', parent: 'university' },
  volunteering: { kind: 'service', name: 'Students’ Union and Volunteering', parent: 'university' },
  debating: { kind: 'club', name: 'Debating Society', parent: 'volunteering' },
  foodBank: { kind: 'partner', name: 'Shoreline Food Bank', parent: 'volunteering' },
} as const
export type UnitKey = keyof typeof units

interface CastMember {
  officialName: string
  usedName: string
  email: string
  roles: readonly { role: Role; unit?: UnitKey }[]
  study?: { number: string; programme: string; unit: UnitKey; entryYear: number; attendance: 'fullTime' | 'partTime' | 'online' }
  /** What the README says of them. */
  note: string
}

export const cast = {
  ana: {
    officialName: 'Ana Sofia Duarte', usedName: 'Ana Duarte', email: 'ana@northbridge.example', roles: [{ role: 'student' }],
    study: { number: 'N2023-0142', programme: 'BEng Environmental Engineering', unit: 'engineering', entryYear: 2023, attendance: 'fullTime' },
    note: 'student, holds shared credentials',
  },
  chidi: {
    officialName: 'Chidi Okafor', usedName: 'Chidi Okafor', email: 'chidi@northbridge.example', roles: [{ role: 'student' }],
    study: { number: 'N2024-0377', programme: 'BA History', unit: 'humanities', entryYear: 2024, attendance: 'partTime' },
    note: 'student, work in progress',
  },
  ben: {
    officialName: 'Benjamin Ortiz', usedName: 'Ben Ortiz', email: 'ben@northbridge.example',
    roles: [{ role: 'supervisor', unit: 'volunteering' }], note: 'supervisor, endorses as staff',
  },
  mina: {
    officialName: 'Mina Sato', usedName: 'Mina Sato', email: 'mina@northbridge.example',
    roles: [{ role: 'coordinator', unit: 'volunteering' }, { role: 'coordinator', unit: 'engineering' }], note: 'coordinator, reviews activities',
  },
  omar: {
    officialName: 'Omar Haddad', usedName: 'Omar Haddad', email: 'omar@northbridge.example', roles: [{ role: 'designer' }],
    note: 'designer of programmes',
  },
  rosa: {
    officialName: 'Rosa Lindqvist', usedName: 'Rosa Lindqvist', email: 'rosa@northbridge.example',
    roles: [{ role: 'registrar' }, { role: 'designer' }], note: 'registrar, also designer',
  },
  lena: {
    officialName: 'Lena Brandt', usedName: 'Lena Brandt', email: 'lena@northbridge.example', roles: [{ role: 'careers' }],
    note: 'careers service',
  },
  devi: {
    officialName: 'Devi Raman', usedName: 'Devi Raman', email: 'devi@northbridge.example', roles: [{ role: 'admin' }],
    note: 'admin of people, roles and keys',
  },
} as const satisfies Record<string, CastMember>
export type CastKey = keyof typeof cast

/** People outside, without accounts. */
export const outsiders = {
  eleni: { name: 'Eleni Papadaki', email: 'eleni@shorelinefoodbank.example', organisation: 'Shoreline Food Bank', roleTitle: 'Volunteer coordinator' },
  ines: { name: 'Ines Falk', email: 'ines.falk@estuarylab.example', organisation: 'Estuary Lab', roleTitle: 'Research lead' },
} as const

/** Who comes by in the tests: invited, asked in somebody's place, reading a credential. */
export const newcomers = {
  kofi: { name: 'Kofi Mensah', email: 'kofi@estuarylab.example' },
  noor: { name: 'Noor Haddad', email: 'noor@estuarylab.example' },
  jonas: { name: 'Jonas Weber', email: 'jonas@shorelinefoodbank.example' },
} as const

export const mailDomains = [
  { domain: 'northbridge.example', kind: 'staff' },
  { domain: 'students.northbridge.example', kind: 'student' },
  { domain: 'alumni.northbridge.example', kind: 'alumni' },
] as const

export const organisationDomains = [{ unit: 'foodBank', domain: 'shorelinefoodbank.example', linkedBy: 'devi' }] as const
