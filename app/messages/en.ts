import { about } from './en/about'
import { catalogue } from './en/catalogue'
import { charts } from './en/charts'
import { common } from './en/common'
import { credential } from './en/credential'
import { credentials } from './en/credentials'
import { endorsement } from './en/endorsement'
import { issuing } from './en/issuing'
import { log } from './en/log'
import { programme } from './en/programme'
import { requirement } from './en/requirement'
import { status } from './en/status'
import { verification } from './en/verification'
import { verify } from './en/verify'

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
  endorsement,
  charts,
  log,
  issuing,
  requirement,
  programme,
  status,
}
