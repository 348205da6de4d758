interface Drawn {
  /** How far the pen moves. */
  advance: number
  /** Of how many letters. */
  madeOf: number
}

/**
 * What each glyph of a word is to be copied as. A face reorders the letters of a syllable (कि is drawn as ि and
 * क), joins them, or takes one apart: each glyph is given as many as it was made of, in the order they are read.
 */
export function lettered<Each extends Drawn>(
  glyphs: Each[], text: string, isTurned: boolean,
): (Each & { letters: string })[] {
  const inOrder = isTurned ? [...glyphs].reverse() : glyphs
  const own = sharesOf(inOrder, [...text])
  const shares = isTurned ? own : marksWithBases(inOrder, own)
  const all = inOrder.map((glyph, index) => ({ ...glyph, letters: shares[index]?.join('') ?? '' }))
  return isTurned ? all.reverse() : all
}

function sharesOf(glyphs: Drawn[], letters: string[]): string[][] {
  let taken = 0
  return glyphs.map(({ madeOf }, index) => {
    const isLast = index === glyphs.length - 1
    const share = letters.slice(taken, isLast ? undefined : taken + madeOf)
    taken += share.length
    return share
  })
}

/**
 * What doesn't move the pen is copied with the letter before it, and what moves it with a letter of its own:
 * programs that read a page see a gap between words where a mark stands back, or where a glyph has no letter.
 * Right-to-left words they turn around letter by letter, so there every glyph keeps its own.
 */
function marksWithBases(glyphs: Drawn[], shares: string[][]): string[][] {
  let base: string[] | undefined
  return shares.map((share, index) => {
    if (glyphs[index]?.advance === 0 && base) {
      base.push(...share)
      return []
    }
    base = share.length === 0 && base && base.length > 1 ? base.splice(-1) : share
    return base
  })
}
