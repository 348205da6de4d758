import { accountMail } from './mail-accounts'
import { activityMail } from './mail-activities'
import { appealMail } from './mail-appeals'
import { awardMail } from './mail-awards'
import { betweenMail } from './mail-between'
import { correctionMail } from './mail-corrections'
import { partnerMail } from './mail-partners'
import { receivedMail } from './mail-received'
import { reminderMail } from './mail-reminders'
import { domainMail, opportunityMail } from './mail-opportunities'
import { requestMail } from './mail-requests'
import { rosterMail } from './mail-rosters'
import { withdrawalMail } from './mail-withdrawals'

/** Every letter we write. Only the server reads this. */
export const mail = {
  accounts: accountMail,
  requests: requestMail,
  reminders: reminderMail,
  withdrawals: withdrawalMail,
  activities: activityMail,
  between: betweenMail,
  appeals: appealMail,
  received: receivedMail,
  domains: domainMail,
  partners: partnerMail,
  opportunities: opportunityMail,
  rosters: rosterMail,
  awards: awardMail,
  corrections: correctionMail,
  imprint: (institution: string, office: string, contact: string) => `${office}, ${institution}. ${contact}`,
}
