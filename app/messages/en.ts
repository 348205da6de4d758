import { charts } from './en/charts'
import { common } from './en/common'
import { endorsement } from './en/endorsement'
import { programme } from './en/programme'
import { status } from './en/status'

export const en = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  common,
  endorsement,
  charts,
  programme,
  status,
}
