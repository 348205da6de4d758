import { findHouse } from '~/domain/institution.server'
import type { HouseLook } from './house-look'

/** The institution's own. */
export async function houseLook(): Promise<HouseLook> {
  const { inkColour: ink, accentColour: accent } = await findHouse()
  return { colours: { ink, accent } }
}
