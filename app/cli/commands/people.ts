import { erasePerson } from '~/domain/erasure.server'
import { findHouseOrNull, foundInstitution } from '~/domain/institution.server'
import { createAdmin } from '~/domain/membership.server'
import { mailAddress } from '~/domain/people.server'
import { settings } from '~/lib/env.server'
import { answer, WrongCall, type Command, type Options } from '../command'
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
    if (!mailAddress.safeParse(email).success) throw new WrongCall(`${email} is not a mail address.`)
    if (!(await findHouseOrNull())) await foundInstitution(institutionOf(options, email))
    const path = await createAdmin(await operator(), { address: email, officialName: text(options, 'name') ?? email })
    const url = path && `${settings().publicUrl}${path}`
    answer(out, { url }, url ? `Open ${url} to set the password.` : `${email} has an account and is an administrator now.`)
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
