/** A column of text that goes on on a new page when it is full. */
export interface Column {
  /** Where the next line may stand, once there is room for so much. Takes nothing. */
  reserve(height: number): number
  /** The same, and what comes after stands below. */
  take(height: number): number
  /** Leaves so much empty, except on top of a page. */
  leave(height: number): void
}

/** `turnPage` starts a page and answers where its column begins. */
export function startColumn(bottom: number, turnPage: () => number): Column {
  let top = turnPage()
  let y = top
  const reserve = (height: number) => {
    if (y + height > bottom && y > top) {
      top = turnPage()
      y = top
    }
    return y
  }
  const take = (height: number) => {
    const start = reserve(height)
    y = start + height
    return start
  }
  const leave = (height: number) => {
    if (y > top) y += height
  }
  return { reserve, take, leave }
}
