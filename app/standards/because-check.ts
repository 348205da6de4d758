import { entriesOf, isBound, isRelated, type Disclosure } from './because'
import { failed, passed, type Check } from './check'
import { textOr, type JsonObject } from './json'

/** What the holder hands over beside the credential. */
export interface Because {
  text: string
  disclosures: Disclosure[]
}

export function checkBecause(document: JsonObject, { text, disclosures }: Because): Check {
  const entries = entriesOf(text, textOr(document.id, ''))
  if (!entries || !isRelated(document, text)) return failed('because', { code: 'because.not-bound' })
  if (!disclosures.every(disclosure => isBound(disclosure, entries))) {
    return failed('because', { code: 'because.part-not-bound' })
  }
  return passed('because', { code: 'because.bound', parts: disclosures.length })
}
