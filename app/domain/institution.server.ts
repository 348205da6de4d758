import { db, type InstitutionModel } from '~/lib/db.server'

let known: InstitutionModel | undefined

/** The institution of this installation, read once: its name, language and time zone stand on every page. */
export async function findHouse(): Promise<InstitutionModel> {
  known ??= (await db.institution.findFirst({ orderBy: { createdAt: 'asc' } })) ?? undefined
  if (!known) throw new Error('This installation has no institution yet: run `npm run vouch -- admin create EMAIL`.')
  return known
}
