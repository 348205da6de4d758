import { db } from '~/lib/db.server'
import { wordsFor } from './endorser-letters.server'
import { requestPath } from './request.server'
import type { Stationery, Written } from './stationery.server'

/** The endorser's own copy, with the signed record. */
export async function writeReceipt(
  { endorsementId }: { endorsementId: string },
  desk: Stationery,
): Promise<Written> {
  const said = await db.endorsement.findUnique({
    where: { id: endorsementId },
    include: {
      judgements: { include: { claim: { include: { competency: true } } } },
      revision: { include: { activity: { include: { student: true } } } },
      request: { select: { id: true, expiresAt: true } },
    },
  })
  if (!said) return null
  const { words, format, contact, url } = desk
  const { outcome, confirmed } = words.requests
  const levels = await levelNames(said.judgements)
  const period = format.period(said.confirmedStart, said.confirmedEnd)
  const values = {
    endorser: said.name,
    institution: desk.house.name,
    student: said.revision.activity.student.usedName,
    activity: said.revision.activity.title,
    period,
    until: format.day(format.dayOf(said.request.expiresAt)),
  }
  return {
    letter: words.requests.endorsementReceipt({
      worded: await wordsFor(desk, 'endorsement-receipt', values),
      endorser: said.name,
      contact,
      url: url(requestPath(said.request.id)),
      statement: said.endorsementComment,
      confirmed: confirmed(said.confirmedRole, format.hours(said.confirmedMinutes), period),
      judgements: said.judgements.map(({ claim, levelId, comment, ...judged }) => ({
        competency: claim.competency.name,
        comment,
        outcome: judged.outcome === 'atLevel' ? levels.get(levelId) ?? '' : outcome[judged.outcome],
      })),
    }),
    attachments: [
      { filename: 'endorsement.json', content: said.document, contentType: 'application/ld+json' },
    ],
  }
}

async function levelNames(judgements: { levelId: string | null }[]) {
  const ids = judgements.flatMap(({ levelId }) => levelId ?? [])
  const levels = await db.level.findMany({ where: { id: { in: ids } } })
  return new Map<string | null, string>(levels.map(({ id, name }) => [id, name]))
}

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
      revision: {
        select: { title: true, activity: { select: { student: { select: { usedName: true } } } } },
      },
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
