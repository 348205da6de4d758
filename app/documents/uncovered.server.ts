import { findHouse } from '~/domain/institution.server'
import { now } from '~/lib/clock.server'
import { wordsIn } from '~/messages/messages'

/** The sentence for whoever prints: which characters no face of ours has. */
export async function sayUncovered(characters: string[]): Promise<string> {
  const { language, timeZone } = await findHouse()
  const { messages, format } = wordsIn(language, timeZone, now())
  return messages.credential.uncovered(format.list(characters))
}
