import { about } from './en/about'
import { activity } from './en/activity'
import { catalogue } from './en/catalogue'
import { charts } from './en/charts'
import { common } from './en/common'
import { credential } from './en/credential'
import { credentials } from './en/credentials'
import { endorse } from './en/endorse'
import { endorsement } from './en/endorsement'
import { home } from './en/home'
import { issuing } from './en/issuing'
import { localMail } from './en/local-mail'
import { log } from './en/log'
import { offer } from './en/offer'
import { outlook } from './en/outlook'
import { programme } from './en/programme'
import { requirement } from './en/requirement'
import { signIn } from './en/sign-in'
import { status } from './en/status'
import { verification } from './en/verification'
import { verify } from './en/verify'
import { yourAccount } from './en/your-account'

export const en = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  common,
  about,
  catalogue,
  verify,
  verification,
  credential,
  credentials,
  offer,
  endorsement,
  endorse,
  charts,
  activity,
  log,
  home,
  outlook,
  issuing,
  requirement,
  programme,
  signIn,
  localMail,
  yourAccount,
  status,
}
