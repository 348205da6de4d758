import { later, MINUTE, now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { digits, same, sha256 } from '~/lib/token.server'
import { partnerForms as says } from '~/messages/en/partner-forms'
import { notify } from './notification.server'
import type { Partner } from './partner.server'

const CODE_MINUTES = 30
const TRIES = 5

/** Six digits to the partner's mailbox, bound to the asking browser (rule 5); twice within a minute is once (rule 6). */
export async function sendPartnerCode(partner: Partner, browser: string): Promise<void> {
  if (partner.status !== 'invited') throw new Refusal(says.answered)
  await throttle('codeByRequest', partner.id)
  const [id, createdAt] = [newId(), now()]
  await transaction(async tx => {
    // The partner's row first: of two clicks at once the later finds the code of the earlier.
    await tx.programmePartner.updateMany({ where: { id: partner.id }, data: { programmeId: partner.programmeId } })
    const justNow = { createdAt: { gt: later(createdAt, -MINUTE) }, tries: { lt: TRIES } }
    if (await tx.confirmationCode.findFirst({ where: { ...openCode(partner, browser), ...justNow } })) return
    const expiresAt = later(createdAt, CODE_MINUTES * MINUTE)
    await tx.confirmationCode.create({
      data: { id, subjectId: partner.id, browserHash: hashed(browser), createdAt, expiresAt },
    })
    const params = { codeId: id, partnerId: partner.id }
    await notify(tx, { template: 'partner-code', to: partner.email, params, subjectId: id })
  })
}

export async function hasPartnerCode(partner: Partner, browser: string): Promise<boolean> {
  return (await db.confirmationCode.count({ where: openCode(partner, browser) })) > 0
}

/** Counting comes before comparing, so that many guesses at once are only five. Answers the code's id. */
export async function spendPartnerCode(partner: Partner, browser: string, typed: string): Promise<string> {
  const code = await db.confirmationCode.findFirst({
    where: openCode(partner, browser),
    orderBy: { createdAt: 'desc' },
  })
  if (!code) throw new Refusal(says.codeOver, 'code')
  const { count } = await db.confirmationCode.updateMany({
    where: { id: code.id, tries: { lt: TRIES }, usedAt: null },
    data: { tries: { increment: 1 } },
  })
  if (count === 0) throw new Refusal(says.codeTries, 'code')
  if (!same(digits(code.id), typed.replace(/\s/g, ''))) throw new Refusal(says.codeWrong, 'code')
  return code.id
}

function openCode({ id: subjectId }: Partner, browser: string) {
  return { subjectId, browserHash: hashed(browser), usedAt: null, expiresAt: { gt: now() } }
}

const hashed = (browser: string) => sha256(browser).toString('hex')
