type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Chooses between the forms a language has for a number; `#` in a form stands for the number. */
export function pluralIn(locale: string) {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count: number, forms: Forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))
}
