import type { AchievementType } from '~/standards/achievement'
import type { Category } from './activity'

/** What Open Badges calls an activity of that kind. */
export const achievementTypes = {
  club: 'CoCurricular',
  sport: 'CoCurricular',
  arts: 'CoCurricular',
  volunteering: 'CommunityService',
  internship: 'Fieldwork',
  research: 'Fieldwork',
  employment: 'ext:PaidWork',
  membership: 'Membership',
  other: 'CoCurricular',
} as const satisfies Record<Category, AchievementType>
