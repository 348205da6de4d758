import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { forms } from '~/messages/en/forms'
import { now } from './clock.server'
import { db } from './db.server'
import { registerDaily } from './jobs.server'
import { Refusal } from './refusal'
import { saltedDigest } from './token.server'

/** Too often. The page answers 429 and says when to try again. */
export class TooOften extends Refusal {
  readonly seconds: number

  constructor(seconds: number) {
    super(forms.tooOften(Math.ceil(seconds / 60)))
    this.name = 'TooOften'
    this.seconds = seconds
  }
}

const MINUTES = 60
const HOURS = 60 * MINUTES

// A whole campus can stand behind one address of the network, so those figures are generous.
const limits = {
  signInByAddress: per('sign-in-address', 10, 15 * MINUTES),
  signInByMailbox: per('sign-in-mailbox', 100, HOURS),
  signInByNetwork: per('sign-in-network', 300, 15 * MINUTES),
  mailByAddress: per('mail-address', 5, HOURS),
  mailByNetwork: per('mail-network', 200, HOURS),
  codeByRequest: per('code-request', 5, HOURS),
  messageByRequest: per('message-request', 20, 24 * HOURS),
  teammateByStudent: per('teammate-student', 60, 24 * HOURS),
  exportByPerson: per('export-person', 6, HOURS),
  partnerByDesigner: per('partner-designer', 60, 24 * HOURS),
  transcriptByStudent: per('transcript-student', 60, HOURS),
  previewByStudent: per('preview-student', 120, HOURS),
  rosterByProposer: per('roster-proposer', 10, 24 * HOURS),
  listedByEndorser: per('listed-endorser', 400, 24 * HOURS),
  proposalByStudent: per('proposal-student', 20, 24 * HOURS),
  concernByAddress: per('concern-address', 5, 24 * HOURS),
  concernByNetwork: per('concern-network', 60, HOURS),
  verifyByNetwork: per('verify-network', 120, MINUTES),
  verifyManyByNetwork: per('verify-many-network', 1_000, 10 * MINUTES),
}

type Limit = keyof typeof limits

/**
 * Counts a try, or as many as it is worth. Call it outside transactions, before the work.
 * @throws TooOften
 */
export async function throttle(limit: Limit, of: string, worth = 1) {
  try {
    await limits[limit].consume(saltedDigest(of), worth)
  } catch (reason) {
    // The limiter rejects with its figures when the limit is reached, and with an Error when it cannot count.
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw new TooOften(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
  }
}

/** Forgets the tries: it was the right person after all. */
export async function forgive(limit: Limit, of: string) {
  await limits[limit].delete(saltedDigest(of))
}

/** One try back, where others share the count. */
export async function excuse(limit: Limit, of: string) {
  await limits[limit].reward(saltedDigest(of))
}

function per(keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix,
    points,
    duration,
    // Its timer would run in every thread, and most only read.
    clearExpiredByTimeout: false,
  })
}

registerDaily({ 'forget-tries': forgetTries })

async function forgetTries() {
  await db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: now() } } })
}
