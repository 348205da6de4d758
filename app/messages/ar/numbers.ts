import { pluralIn } from '../plural'

/** With the figures that stand beside them in addresses and numbers of documents. */
export const LOCALE = 'ar-u-nu-latn'

export const plural: (count: number, forms: Record<Intl.LDMLPluralRule, string>) => string = pluralIn(LOCALE)
