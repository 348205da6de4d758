import { checkAudit } from '~/domain/audit-head.server'
import { findHouse } from '~/domain/institution.server'
import { checkDraws } from '~/domain/review-draw.server'
import { answer, type Command } from '../command'

const reasons = {
  missing: 'is missing',
  changed: 'was changed',
  unlinked: 'does not follow from the one before',
  cut: 'was cut off',
  head: 'is not the one that was signed',
} as const

export const auditCheck: Command = {
  name: 'audit check', usage: '', writes: 'no', words: [0, 0],
  summary: 'Reads the whole audit chain and says whether it is whole. Exits 1 when it is not.',
  async run({ out }) {
    const check = await checkAudit((await findHouse()).id)
    const words = check.fault
      ? `The chain is broken: event ${check.fault.seq} ${reasons[check.fault.reason]}.`
      : `The chain is whole: ${check.events} events.`
    answer(out, check, words)
    return check.isIntact ? 0 : 1
  },
}

export const drawsCheck: Command = {
  name: 'draws check', usage: '', writes: 'no', words: [0, 0],
  summary: 'Draws again what was drawn for review and says whether it comes out the same. Exits 1 when it does not.',
  async run({ out }) {
    const check = await checkDraws((await findHouse()).id)
    const words = check.isIntact
      ? `All ${check.draws} draws come out the same: ${check.drawn} were drawn.`
      : `${check.faults.length} of ${check.draws} draws come out otherwise: ${check.faults.join(', ')}.`
    answer(out, check, words)
    return check.isIntact ? 0 : 1
  },
}
