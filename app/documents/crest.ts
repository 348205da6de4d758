import type { Paper } from './paper'

interface Room {
  x: number
  /** Of its upper edge. */
  top: number
  width: number
  height: number
}

/** How wide the institution's crest stands where it is so high, and at most so wide; 0 where it has none. */
export function crestWidth({ look: { crest } }: Paper, { width, height }: Pick<Room, 'width' | 'height'>): number {
  return crest ? Math.min(width, (height * crest.width) / crest.height) : 0
}

/** In the middle of its room. Its name stands beside it, so nothing is said of it to whoever can't see it. */
export function drawCrest(paper: Paper, { x, top, width, height }: Room): void {
  const { crest } = paper.look
  if (!crest) return
  const across = crestWidth(paper, { width, height })
  const down = (across * crest.height) / crest.width
  const [left, upper] = [x + (width - across) / 2, top + (height - down) / 2]
  paper.decoration(() => paper.picture(crest.png, [left, upper, left + across, upper + down]))
}
