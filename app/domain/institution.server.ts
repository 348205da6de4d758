import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type InstitutionModel } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { keepFirst, newKey } from './signing-key.server'

let known: InstitutionModel | null = null

/** The institution of this installation, read once: its name, language and time zone stand on every page. */
export async function findHouse(): Promise<InstitutionModel> {
  const house = await findHouseOrNull()
  if (!house) throw new Refusal('This installation has no institution yet: run `npm run vouch -- admin create EMAIL --help`.')
  return house
}

export async function findHouseOrNull(): Promise<InstitutionModel | null> {
  known ??= await db.institution.findFirst({ orderBy: { createdAt: 'asc' } })
  return known
}

const Founding = z.object({
  name: z.string().trim().min(1),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'SLUG is small letters, digits and dashes.' }),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'CC is two capital letters, such as IE.' }),
  timeZone: z.string().refine(isTimeZone, { error: 'ZONE is a name such as Europe/Dublin.' }),
  contactEmail: z.email(),
  domain: z.string().optional(),
})

/** The first thing in an empty installation: the institution, its office, and the domain people sign up on. */
export async function foundInstitution(form: z.input<typeof Founding>): Promise<string> {
  const checked = Founding.safeParse(form)
  if (!checked.success) throw new Refusal(checked.error.issues.map(issue => issue.message).join(' '))
  const { domain, name, ...rest } = checked.data
  const id = newId()
  // A server may run beside us, and is ready only for an institution that can sign.
  const key = await newKey({ id, slug: rest.slug }, 'Ed25519')
  await transaction(async tx => {
    await tx.institution.create({
      data: { id, ...rest, name, legalName: name, office: name, language: 'en', createdAt: now() },
    })
    await tx.unit.create({ data: { id: newId(), institutionId: id, kind: 'office', name } })
    if (domain) await tx.mailDomain.create({ data: { institutionId: id, domain: domain.toLowerCase(), kind: 'staff' } })
    await record(tx, { kind: 'system', institutionId: id }, 'institution.founded', id)
    await keepFirst(tx, key)
  })
  return id
}

function isTimeZone(name: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
