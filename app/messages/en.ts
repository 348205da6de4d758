import { common } from './en/common'
import { status } from './en/status'

export const en = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  common,
  status,
}
