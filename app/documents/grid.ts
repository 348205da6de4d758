/** A strip across a page; `y` is a baseline. */
export interface Row {
  x: number
  y: number
  width: number
}

/** Cells of one width beside each other, with gutters between. */
export interface Grid {
  x: number
  width: number
  columns: number
  gutter: number
}

/** Entries row by row, as many beside each other as there are columns. */
export function rowsOf<Entry>(entries: Entry[], { columns }: Grid): Entry[][] {
  const rows = Math.ceil(entries.length / columns)
  return Array.from({ length: rows }, (_, row) => entries.slice(row * columns, (row + 1) * columns))
}

export function cell({ x, width, columns, gutter }: Grid, index: number, y: number): Row {
  const step = (width + gutter) / columns
  return { x: x + index * step, y, width: step - gutter }
}
