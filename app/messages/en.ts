import { catalogue } from './en/catalogue'
import { charts } from './en/charts'
import { common } from './en/common'
import { endorsement } from './en/endorsement'
import { issuing } from './en/issuing'
import { programme } from './en/programme'
import { requirement } from './en/requirement'
import { status } from './en/status'

export const en = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  common,
  catalogue,
  endorsement,
  charts,
  issuing,
  requirement,
  programme,
  status,
}
