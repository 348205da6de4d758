import { pluralIn } from '../plural'

export const plural: (count: number, forms: Record<'one' | 'other', string>) => string = pluralIn('de')
