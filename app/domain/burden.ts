import { isOpen, type Answer, type RequestStatus } from './endorsement'

/** Days back that can be looked at. */
export const periods = [30, 90, 365] as const
export type Period = (typeof periods)[number]

/** Open requests have waited for less than so many days; the last for longer. */
export const ages = [3, 7, 14] as const

export interface BurdenRequest {
  status: RequestStatus
  answer: Answer | null
  createdAt: Date
  statusAt: Date
}

export interface Burden {
  open: number
  answered: number
  declined: number
  /** Half of the answers took no longer; null where nobody has answered. */
  medianDays: number | null
  /** Open ones by `ages`, one more for those that are older. */
  waiting: number[]
}

const DAY = 86_400_000

/** What one person has been asked, how they answered, and what lies with them. */
export function burdenOf(requests: readonly BurdenRequest[], now: Date): Burden {
  const answered = requests.filter(({ status }) => status === 'answered')
  const declined = answered.filter(({ answer }) => answer === 'declined')
  const open = requests.filter(({ status }) => isOpen(status))
  const days = open.map(({ createdAt }) => (now.getTime() - createdAt.getTime()) / DAY)
  const bounds = [0, ...ages, Infinity]
  return {
    open: open.length,
    answered: answered.length - declined.length,
    declined: declined.length,
    medianDays: median(answered.map(({ createdAt, statusAt }) => (statusAt.getTime() - createdAt.getTime()) / DAY)),
    waiting: bounds.slice(1).map((until, at) => days.filter(age => age >= (bounds[at] ?? 0) && age < until).length),
  }
}

/** Of an even number, the middle between the two in the middle. */
export function median(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return below === undefined || above === undefined ? null : (below + above) / 2
}
