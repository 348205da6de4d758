import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'

/** One copy of all that was said with one signature, the signed records with it. */
export async function writeReceiptOfMany(
  { requestIds }: { requestIds: string[] },
  { words, house, contact }: Stationery,
): Promise<Written> {
  const said = await db.endorsement.findMany({
    where: { requestId: { in: requestIds }, withdrawnAt: null },
    orderBy: { id: 'asc' },
    select: {
      name: true,
      document: true,
      revision: { select: { title: true, activity: { select: { student: { select: { usedName: true } } } } } },
    },
  })
  const [first] = said
  if (!first) return null
  return {
    letter: words.withdrawals.receiptOfMany({
      endorser: first.name,
      institution: house.name,
      contact,
      lines: said.map(({ revision: { title, activity } }) => ({ student: activity.student.usedName, title })),
    }),
    attachments: said.map(({ document }, at) => ({
      filename: `endorsement-${at + 1}.json`,
      content: document,
      contentType: 'application/ld+json',
    })),
  }
}
