/** What somebody typed before they had to show who they are, and the page that will take it. */
export interface Kept {
  kept: string
  to: string
}

/** A form that asks for something and carries it, or the typed form itself turned into one that does. */
export function carrying(typed: FormData, to: string | null): FormData {
  if (typed.has('kept') || typed.has('code')) return typed
  const fields = new URLSearchParams()
  for (const [name, value] of typed) if (typeof value === 'string') fields.append(name, value)
  const form = new FormData()
  form.set('kept', fields.toString())
  if (to) form.set('to', to)
  return form
}

export function keptIn(form: FormData): Kept {
  const text = (name: string) => String(form.get(name) ?? '')
  return { kept: text('kept'), to: text('to') }
}
