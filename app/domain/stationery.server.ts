import type { InstitutionModel } from '~/lib/db.server'
import { now } from '~/lib/clock.server'
import { settings } from '~/lib/env.server'
import type { Letterhead } from '~/lib/letter.server'
import type { Mail } from '~/lib/mail.server'
import { mail } from '~/messages/en/mail'
import type { Format } from '~/messages/format'
import type { Letter } from '~/messages/letter'
import { wordsIn } from '~/messages/messages'
import { findHouse } from './institution.server'

/** What every letter is written with. */
export interface Stationery {
  house: InstitutionModel
  /** Where to write with questions. */
  contact: string
  words: typeof mail
  format: Format
  /** The whole address of one of our pages. */
  url(path: string): string
  letterhead: Letterhead
}

/** A letter as its writer leaves it; null when what it was about is gone. */
export type Written = { letter: Letter; attachments?: Mail['attachments'] } | null

export async function takeStationery(): Promise<Stationery> {
  const house = await findHouse()
  const { messages, format } = wordsIn('en', house.timeZone, now())
  const { language, direction, common } = messages
  const contact = house.contactEmail
  const imprint = mail.imprint(house.name, house.office ?? house.legalName, contact)
  return {
    house,
    contact,
    words: mail,
    format,
    url: path => settings().publicUrl + path,
    letterhead: { language, direction, brand: common.brand, imprint },
  }
}
