import type { Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { list } from '~/messages/en/numbers'
import type { Shown } from './activity'
import type { Answer, DeclineReason } from './endorsement'

/** What a reviewer's page showed: the version, and how many had answered about it. */
export interface Seen extends Shown {
  answers?: number
}

/** Whoever decides has read what was said: an answer that came while the page was open is told first. */
export async function refuseUnseen(tx: Tx, { answers: seen }: Seen, revisionId: string) {
  if (seen === undefined) return
  const answers = await tx.endorsementRequest.findMany({
    where: { revisionId, status: 'answered' },
    orderBy: [{ statusAt: 'asc' }, { id: 'asc' }],
    select: { endorserName: true, answer: true, declineReason: true },
  })
  const unseen = answers.slice(seen).map(told)
  if (unseen.length === 0) return
  throw new Refusal(`Since you opened this page ${list(unseen)}. Look at that before you decide.`)
}

interface Answered {
  endorserName: string
  answer: Answer | null
  declineReason: DeclineReason | null
}

function told({ endorserName, answer, declineReason }: Answered) {
  if (answer === 'endorsed') return `${endorserName} has confirmed it`
  if (declineReason === 'didNotHappen') return `${endorserName} has said that it did not happen`
  return `${endorserName} has answered without confirming it`
}
