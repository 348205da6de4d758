import { about } from './en/about'
import { activity } from './en/activity'
import { activitySheet } from './en/activity-sheet'
import { appeals } from './en/appeals'
import { awardExpiry } from './en/award-expiry'
import { awardPlan, standingChoice } from './en/award-plan'
import { awardRuns } from './en/award-runs'
import { awards } from './en/awards'
import { between } from './en/between'
import { bundle } from './en/bundle'
import { burden } from './en/burden'
import { catalogue } from './en/catalogue'
import { charts } from './en/charts'
import { common } from './en/common'
import { concerns } from './en/concerns'
import { corrections } from './en/corrections'
import { credential } from './en/credential'
import { credentials } from './en/credentials'
import { cv } from './en/cv'
import { design } from './en/design'
import { designFieldWords as designFields } from './en/design-fields'
import { designArtwork } from './en/design-artwork'
import { designBuilder } from './en/design-builder'
import { designDryRun } from './en/design-dry-run'
import { designLanguages } from './en/design-languages'
import { elsewhere } from './en/elsewhere'
import { endorse } from './en/endorse'
import { endorsement } from './en/endorsement'
import { exports } from './en/exports'
import { evidence } from './en/evidence'
import { home } from './en/home'
import { issuing } from './en/issuing'
import { keys } from './en/keys'
import { letterEditor } from './en/letter-editor'
import { localMail } from './en/local-mail'
import { log } from './en/log'
import { mailDesk } from './en/mail-desk'
import { many } from './en/many'
import { offer } from './en/offer'
import { opportunities } from './en/opportunities'
import { outlook } from './en/outlook'
import { pathway, suggestions } from './en/pathway'
import { ownDid } from './en/own-did'
import { paperRuns } from './en/paper-runs'
import { partners } from './en/partners'
import { peopleDesk } from './en/people-desk'
import { ownData } from './en/own-data'
import { programme } from './en/programme'
import { receiptSheet } from './en/receipt-sheet'
import { records } from './en/records'
import { housePapers } from './en/house-papers'
import { quietEditor } from './en/quiet-editor'
import { requests } from './en/requests'
import { review } from './en/review'
import { requirement } from './en/requirement'
import { roster } from './en/roster'
import { signIn } from './en/sign-in'
import { status } from './en/status'
import { transcript } from './en/transcript'
import { transcriptIssue } from './en/transcript-issue'
import { units } from './en/units'
import { verification } from './en/verification'
import { verify } from './en/verify'
import { verifyMany } from './en/verify-many'
import { verifyReceipt } from './en/verify-receipt'
import { team } from './en/team'
import { versions } from './en/versions'
import { waiting } from './en/waiting'
import { written } from './en/written'
import { yourAccount } from './en/your-account'

export const en = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  common,
  appeals,
  awardExpiry,
  awardPlan,
  awardRuns,
  awards,
  standingChoice,
  ownDid,
  about,
  between,
  bundle,
  burden,
  catalogue,
  verify,
  verifyMany,
  verifyReceipt,
  transcript,
  units,
  verification,
  concerns,
  corrections,
  credential,
  credentials,
  cv,
  design,
  designArtwork,
  designBuilder,
  designDryRun,
  designLanguages,
  designFields,
  offer,
  endorsement,
  elsewhere,
  endorse,
  evidence,
  exports,
  transcriptIssue,
  charts,
  activity,
  activitySheet,
  log,
  home,
  opportunities,
  outlook,
  ownData,
  issuing,
  keys,
  paperRuns,
  pathway,
  partners,
  peopleDesk,
  receiptSheet,
  records,
  housePapers,
  quietEditor,
  requests,
  roster,
  team,
  versions,
  waiting,
  written,
  letterEditor,
  mailDesk,
  many,
  review,
  requirement,
  programme,
  signIn,
  localMail,
  yourAccount,
  status,
  suggestions,
}
