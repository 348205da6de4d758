import type { ActivityStatus } from './activity'

/** Within so many days of the decision it can be appealed. */
export const APPEAL_DAYS = 30
/** Within so many days an appeal is decided. */
export const DECIDE_DAYS = 21

export type AppealStatus = 'open' | 'upheld' | 'dismissed' | 'withdrawn'

/** What can be appealed, and is put back in review when that is upheld. */
export const appealable = ['declined', 'returned', 'rescinded'] as const satisfies readonly ActivityStatus[]

export const isAppealable = (status: ActivityStatus) => appealable.some(each => each === status)

export const outcomes = ['upheld', 'dismissed'] as const
