import { accountMail } from './mail-accounts'
import { activityMail } from './mail-activities'
import { awardMail } from './mail-awards'
import { requestMail } from './mail-requests'

/** Every letter we write. Only the server reads this. */
export const mail = {
  accounts: accountMail,
  requests: requestMail,
  activities: activityMail,
  awards: awardMail,
  imprint: (institution: string, office: string, contact: string) => `${office}, ${institution}. ${contact}`,
}
