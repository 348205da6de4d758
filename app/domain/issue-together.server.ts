import { newPublicId } from '~/lib/id.server'
import { log, reasonOf } from '~/lib/log.server'
import { found } from '~/lib/refusal'
import { issueMany } from '~/standards/issue-many'
import type { Choices } from './award'
import {
  composeCredential, openPress, withDocument, type ComposedCredential, type Press, type SignedCredential,
} from './credential-document.server'
import type { Grounds } from './grounds.server'
import type { Place } from './status-list.server'

/** What one award rests on, and how its student wants it told. */
export interface Chosen {
  grounds: Grounds
  choices: Choices
}

export interface Signed extends Chosen {
  place: Place
  credential: SignedCredential
}

interface Together {
  signed: Signed[]
  /** Those that could not be composed or signed; why stands in the log. */
  failed: Grounds[]
}

/** Credentials of one programme, composed, signed and verified (rule 7); nothing is in the database yet. */
export async function signTogether(chosen: readonly Chosen[], places: readonly Place[], at: Date): Promise<Together> {
  const [first] = chosen
  if (!first) return { signed: [], failed: [] }
  const press = await openPress(first.grounds.award, at)
  const ready: (Chosen & { place: Place; composed: ComposedCredential })[] = []
  for (const [position, each] of chosen.entries()) {
    const place = found(places[position])
    const made = composed(press, each, place)
    if (made) ready.push({ ...each, place, composed: made })
  }
  const texts = await issueMany(ready.map(({ composed: { unsigned } }) => unsigned), press.issuer.signer, at)
  const signed = ready.flatMap(({ composed, ...each }, position) => {
    const issued = texts[position]
    if (issued && 'text' in issued) return [{ ...each, credential: withDocument(composed, issued.text) }]
    log.error({ award: each.grounds.award.id, reason: issued?.why }, 'a credential could not be signed')
    return []
  })
  const made = new Set(signed.map(({ grounds }) => grounds))
  return { signed, failed: chosen.flatMap(({ grounds }) => (made.has(grounds) ? [] : [grounds])) }
}

/** Null where something of this one cannot be read: the others are none the worse for it. */
function composed(press: Press, { grounds, choices }: Chosen, place: Place): ComposedCredential | null {
  try {
    return composeCredential(press, { id: newPublicId(), grounds, choices, place })
  } catch (error) {
    log.error({ student: grounds.award.studentId, reason: reasonOf(error) }, 'a credential could not be composed')
    return null
  }
}
