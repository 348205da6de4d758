/** What somebody was sending when their session had ended: names and values, without files and passwords. */
export interface KeptForm {
  fields: [name: string, value: string][]
  hadFiles: boolean
  /** It was more than a page can carry. */
  isLost: boolean
}

const MOST = 26_000_000
const MOST_KEPT = 200_000

/** A form of any kind, or null when it is more than we want to read from a visitor. */
export async function readForm(request: Request): Promise<FormData | null> {
  const size = Number(request.headers.get('Content-Length') ?? Infinity)
  return size <= MOST ? request.formData() : null
}

/** Takes over a form that was sent to a page for signed-in people and handed on from there (307). */
export function keepForm(form: FormData | null): KeptForm {
  if (!form) return { fields: [], hadFiles: true, isLost: true }
  const entries = [...form].filter(([name]) => !/password/i.test(name))
  const fields = entries.flatMap(([name, value]): KeptForm['fields'] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return {
    fields: size > MOST_KEPT ? [] : fields,
    hadFiles: fields.length < entries.length,
    isLost: size > MOST_KEPT,
  }
}

/** The page carries it in one hidden field, so nothing waits on the server. */
export function packFields({ fields }: KeptForm): string {
  return fields.length > 0 ? JSON.stringify(fields) : ''
}

export function unpackFields(packed: FormDataEntryValue | null): KeptForm['fields'] {
  if (typeof packed !== 'string' || packed === '') return []
  try {
    const entries: unknown = JSON.parse(packed)
    return Array.isArray(entries) ? entries.filter(isField) : []
  } catch {
    return [] // a hidden field is the browser's to spoil
  }
}

function isField(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every(part => typeof part === 'string')
}
