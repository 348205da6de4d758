import type { Signatory } from '~/domain/signatory'
import type { Row } from './grid'
import { rule } from './ornament'
import type { Paper } from './paper'
import { writeFitting } from './writing'

/** Under its line, in points. */
export const SIGNATURE_DEPTH = 24

/** Lines to sign on, each with who signs for the institution under it; the places tell where the lines are. */
export function drawSignatures(paper: Paper, signatories: Signatory[], places: Row[]): void {
  if (signatories.length === 0) return
  const { ink, hands: { value, note } } = paper.look
  const signed = signatories.flatMap((signatory, at) => (places[at] ? [{ ...signatory, place: places[at] }] : []))
  paper.within('L', () => signed.forEach(({ name, role, place }) => paper.within('LI', () => {
    const centred = { ...place, align: 'centre' } as const
    paper.said('LBody', [name, role], () => {
      writeFitting(paper, { ...value, size: 11.5 }, name, { ...centred, y: place.y + 12.5 }, 7)
      writeFitting(paper, note, role, { ...centred, y: place.y + 22.5 }, 6)
    })
  })))
  paper.decoration(() => signed.forEach(({ place }) => rule(paper, place, ink, 0.6)))
}
