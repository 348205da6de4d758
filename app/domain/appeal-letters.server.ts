import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'

type AboutAppeal = { appealId: string }

/** To whoever could decide it, when it comes in and again when it is late. */
export function writeAppeal(letter: 'opened' | 'overdue') {
  return async ({ appealId }: AboutAppeal, desk: Stationery): Promise<Written> => {
    const appeal = await findOpen(appealId)
    if (!appeal) return null
    return {
      letter: desk.words.appeals[letter]({
        student: appeal.activity.student.usedName,
        title: appeal.activity.title,
        text: appeal.text,
        due: desk.format.day(desk.format.dayOf(appeal.dueAt)),
        url: desk.url(`/appeals/${appealId}`),
      }),
    }
  }
}

/** To the student. */
export async function writeAppealDecided({ appealId }: AboutAppeal, desk: Stationery): Promise<Written> {
  const appeal = await db.appeal.findUnique({ where: { id: appealId }, include: about })
  if (!appeal || !appeal.decidedById || (appeal.status !== 'upheld' && appeal.status !== 'dismissed')) return null
  const decider = await db.person.findUnique({ where: { id: appeal.decidedById }, select: { usedName: true } })
  return {
    letter: desk.words.appeals[appeal.status]({
      name: appeal.activity.student.usedName,
      title: appeal.activity.title,
      by: decider?.usedName ?? '',
      reason: appeal.reason,
      url: desk.url(`/activities/${appeal.activityId}`),
    }),
  }
}

const about = { activity: { include: { student: { select: { usedName: true } } } } } as const

/** What was decided or taken back meanwhile needs no letter. */
function findOpen(id: string) {
  return db.appeal.findFirst({ where: { id, status: 'open' }, include: about })
}
