const AT_MOST = 500

/** Keeps what is costly to draw and depends on nothing but its key. */
export function remembering<T>(draw: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    const kept = known.get(key)
    if (kept !== undefined) return kept
    if (known.size >= AT_MOST) known.clear()
    const drawn = draw(key)
    known.set(key, drawn)
    return drawn
  }
}
