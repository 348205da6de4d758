import type { Day } from '~/domain/day'
import { readPapers } from '~/domain/house-papers.server'
import { findHouse } from '~/domain/institution.server'
import { findSignatories } from '~/domain/signatory.server'
import { lookPrint, type HouseLook, type PaperHouse } from './house-look'
import { printableCrest } from './printable-crest.server'

/** The institution's own, as it is now, also where another process changed it. */
export async function houseLook(): Promise<HouseLook> {
  const { inkColour: ink, accentColour: accent, crestDigest, paperSize, certificateLayout } = await readPapers()
  const crest = crestDigest === null ? null : await printableCrest(crestDigest)
  return { colours: { ink, accent }, crest, paperSize, certificateLayout }
}

/** How the house's papers look now, and who signed for it on a day. */
export async function houseOn(day: Day): Promise<PaperHouse> {
  const { id } = await findHouse()
  const [look, signatories] = await Promise.all([houseLook(), findSignatories(id, day)])
  return { look, signatories, print: JSON.stringify([lookPrint(look), signatories]) }
}
