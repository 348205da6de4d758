import { emblemOf } from '~/domain/programme-description'
import type { ShownCredential } from '~/domain/shown-credential'
import type { Words } from '~/messages/messages'
import type { CardFacts } from './credential-card'

/** A credential as its card shows it. */
export function cardFacts({ sheet, awardedDate, url }: ShownCredential, digest: Uint8Array, { messages, format }: Words): CardFacts {
  const { credential: said, elsewhere, programme: words } = messages
  const { holder, issuer, programme } = sheet
  const { title, type, level, workloadMinutes } = programme
  const day = format.day(format.dayOf(awardedDate))
  return {
    language: messages.language,
    emblem: emblemOf(programme, issuer.name),
    certifies: said.certifies(issuer.name),
    holder,
    earned: said.earned[type],
    title,
    awardedBy: said.awardedBy(issuer.name),
    facts: elsewhere.facts(words.level[level], format.hours(workloadMinutes), day),
    check: elsewhere.check(new URL(url).host),
    digest,
  }
}
