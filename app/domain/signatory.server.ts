import { db } from '~/lib/db.server'
import type { Day } from './day'
import { MOST_SIGNATORIES, type Signatory } from './signatory'

/** Who signed for the institution on a day, the longest in office first. */
export function findSignatories(institutionId: string, day: Day): Promise<Signatory[]> {
  return db.signatory.findMany({
    where: {
      institutionId,
      inOfficeFrom: { lte: day },
      OR: [{ inOfficeUntil: null }, { inOfficeUntil: { gte: day } }],
    },
    orderBy: [{ inOfficeFrom: 'asc' }, { id: 'asc' }],
    take: MOST_SIGNATORIES,
    select: { name: true, role: true },
  })
}
