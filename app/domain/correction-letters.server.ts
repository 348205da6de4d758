import { db } from '~/lib/db.server'
import { isDecided } from './correction'
import type { Stationery, Written } from './stationery.server'

type About = { correctionId: string }

/** To whom the credential belongs to; nothing once it is decided. */
export async function writeCorrection({ correctionId }: About, { words, format, url }: Stationery): Promise<Written> {
  const correction = await find(correctionId)
  if (correction?.status !== 'open') return null
  return {
    letter: words.corrections.opened({
      ...told(correction),
      cause: correction.cause,
      until: format.day(format.dayOf(correction.answerBy)),
      url: url(`/credentials/${correction.credentialId}/correction`),
    }),
  }
}

export async function writeCorrectionDecided({ correctionId }: About, { words, url }: Stationery): Promise<Written> {
  const correction = await find(correctionId)
  if (!correction || !isDecided(correction.status)) return null
  const decider = await db.person.findUnique({
    where: { id: correction.decidedById ?? '' },
    select: { usedName: true },
  })
  return {
    letter: words.corrections.decided({
      ...told(correction),
      outcome: correction.status,
      reason: correction.reason,
      by: decider?.usedName ?? '',
      url: url('/credentials'),
    }),
  }
}

function find(id: string) {
  return db.correction.findUnique({
    where: { id },
    include: { award: { include: { programme: true, student: true } } },
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const told = ({ award }: Found) => ({ name: award.student.usedName, programme: award.programme.title })
