type Row = Record<string, string>

/**
 * The form again, with rows before those of a list that have anything in them, as an edit that Conform
 * carries out: the page comes back with the rows in it and nothing is checked yet.
 */
export function withRows(form: FormData, list: string, rows: readonly Row[]): FormData {
  const value = [...rows, ...rowsOf(form, list).filter(row => Object.values(row).some(Boolean))]
  form.set('__intent__', JSON.stringify({ type: 'update', payload: { name: list, value } }))
  return form
}

function rowsOf(form: FormData, list: string): Row[] {
  const rows: Row[] = []
  for (const [name, value] of form) {
    const [, place, field] = /^(\d{1,4})\]\.(\w+)$/.exec(name.slice(list.length + 1)) ?? []
    if (!name.startsWith(`${list}[`) || !place || !field || typeof value !== 'string') continue
    rows[Number(place)] = { ...rows[Number(place)], [field]: value }
  }
  return rows.filter(Boolean)
}
