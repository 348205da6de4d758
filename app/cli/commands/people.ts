import { erasePerson } from '~/domain/erasure.server'
import { findHouseOrNull, foundInstitution } from '~/domain/institution.server'
import { INVITATION_DAYS, invite as inviteSomebody } from '~/domain/invitation.server'
import { createAdmin, endRole, findRole, grantRole } from '~/domain/membership.server'
import { roles, type Role } from '~/domain/people'
import { findByAddress, mailAddress } from '~/domain/people.server'
import { findUnit } from '~/domain/unit.server'
import { settings } from '~/lib/env.server'
import { Refusal } from '~/lib/refusal'
import { answer, WrongCall, type Call, type Command, type Options } from '../command'
import { operator } from './awards'

export const adminCreate: Command = {
  name: 'admin create', usage: 'EMAIL [--name NAME] [--institution NAME --slug SLUG --country CC --time-zone ZONE --domain DOMAIN]',
  writes: 'yes', words: [1, 1],
  options: {
    name: { type: 'string' }, institution: { type: 'string' }, slug: { type: 'string' }, country: { type: 'string' },
    'time-zone': { type: 'string' }, domain: { type: 'string' },
  },
  summary:
    'Makes somebody an administrator and prints the address where they set their password. In an empty installation ' +
    'it founds the institution first, from the options. SLUG becomes part of its DID and never changes.',
  async run({ positionals: [email = ''], options, out }) {
    const address = addressOf(email)
    if (!(await findHouseOrNull())) await foundInstitution(institutionOf(options, email))
    const path = await createAdmin(await operator(), { address, officialName: text(options, 'name') ?? email })
    const url = path && `${settings().publicUrl}${path}`
    answer(out, { url }, url ? `Open ${url} to set the password.` : `${email} has an account and is an administrator now.`)
    return 0
  },
}

export const invite: Command = {
  name: 'invite', usage: `EMAIL --name NAME --role ${roles.join('|')} [--unit UNIT]`, writes: 'yes', words: [1, 1],
  options: { name: { type: 'string' }, role: { type: 'string' }, unit: { type: 'string' } },
  summary:
    'Mails somebody a link with which they open an account in a role. UNIT, by name or id, limits the role to that ' +
    'unit and those below it.',
  async run({ positionals: [email = ''], options, out }) {
    const address = addressOf(email)
    const role = roleOf(options['role'])
    const officialName = text(options, 'name')
    if (!officialName) throw new WrongCall('Give the name as it should stand on documents: --name NAME')
    const unit = await unitOf(options)
    const invitation = await inviteSomebody(await operator(), { address, officialName, role, unitId: unit?.id })
    answer(out, { invitation, role, unit: unit?.name ?? null }, `A letter to ${email} is on its way. Its link works for ${INVITATION_DAYS} days.`)
    return 0
  },
}

const ofRole = {
  usage: `EMAIL ${roles.join('|')} [--unit UNIT]`, writes: 'yes', words: [2, 2], options: { unit: { type: 'string' } },
} as const satisfies Partial<Command>

export const roleGrant: Command = {
  ...ofRole, name: 'role grant',
  summary: 'Gives somebody with an account a role, in the whole institution or, with --unit (a name or an id), in a unit and those below it.',
  async run(call) {
    const { person, role, unit } = await asked(call)
    await grantRole(await operator(), person, { role, unitId: unit?.id })
    answer(call.out, { person, role, unit: unit?.name ?? null }, 'They have the role from the next page they open.')
    return 0
  },
}

export const roleEnd: Command = {
  ...ofRole, name: 'role end',
  summary: 'Ends a role. It is named as it was given: one in a unit needs the same --unit.',
  async run(call) {
    const { person, role, unit } = await asked(call)
    const membership = await findRole(person, role, unit?.id ?? null)
    if (!membership) throw new Refusal('They do not have this role there.')
    await endRole(await operator(), membership.id)
    answer(call.out, { person, role, unit: unit?.name ?? null }, 'They no longer have the role.')
    return 0
  },
}

export const erase: Command = {
  name: 'erase-person', usage: 'PERSON', writes: 'yes', words: [1, 1],
  summary: 'Erases a person. Ids, digests and status of what was issued stay, so that others’ checks stay true; it says what stays and why.',
  async run({ positionals: [person = ''], out }) {
    const kept = await erasePerson(await operator(), person)
    answer(out, kept, `Erased. ${JSON.stringify(kept)}`)
    return 0
  },
}

/** Whose role, which one and where. */
async function asked({ positionals: [email = '', name], options }: Call) {
  const address = addressOf(email)
  const role = roleOf(name)
  const known = await findByAddress((await operator()).institutionId, address)
  if (!known) throw new Refusal(`Nobody has an account with ${email}. Invite them first.`)
  return { person: known.id, role, unit: await unitOf(options) }
}

function addressOf(email: string): string {
  if (!mailAddress.safeParse(email).success) throw new WrongCall(`${email} is not a mail address.`)
  return email
}

function roleOf(name: unknown): Role {
  const role = roles.find(each => each === name)
  if (!role) throw new WrongCall(`A role is one of ${roles.join(', ')}.`)
  return role
}

async function unitOf(options: Options) {
  const named = text(options, 'unit')
  return named ? findUnit((await operator()).institutionId, named) : null
}

function institutionOf(options: Options, email: string) {
  const name = text(options, 'institution')
  const slug = text(options, 'slug')
  const country = text(options, 'country')
  const timeZone = text(options, 'time-zone')
  if (!name || !slug || !country || !timeZone) {
    throw new WrongCall('There is no institution yet: give --institution, --slug, --country and --time-zone, and --domain for sign-up.')
  }
  return { name, slug, country, timeZone, contactEmail: email, domain: text(options, 'domain') }
}

function text(options: Options, name: string) {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
