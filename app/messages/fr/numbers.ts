import { pluralIn } from '../plural'

export const plural: (count: number, forms: Record<'one' | 'many' | 'other', string>) => string = pluralIn('fr')
