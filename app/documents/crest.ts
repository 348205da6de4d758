import type { Paper } from './paper'

interface Size {
  width: number
  height: number
}

/** How large the institution's crest is where there is so much room for it; nothing where it has none. */
export function crestSize({ look: { crest } }: Paper, room: Size): Size {
  if (!crest) return { width: 0, height: 0 }
  const scale = Math.min(room.width / crest.width, room.height / crest.height)
  return { width: crest.width * scale, height: crest.height * scale }
}

/** In the middle of its room. Its name stands beside it, so nothing is said of it to whoever can't see it. */
export function drawCrest(paper: Paper, { x, top, ...room }: Size & { x: number; top: number }): void {
  const { crest } = paper.look
  if (!crest) return
  const { width, height } = crestSize(paper, room)
  const [left, upper] = [x + (room.width - width) / 2, top + (room.height - height) / 2]
  paper.decoration(() => paper.picture(crest.png, [left, upper, left + width, upper + height]))
}
