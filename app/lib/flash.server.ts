/** A word that outlives one redirect: what has just happened, told on the next page. */
export interface FlashNote {
  words: string
  undo?: { words: string; action: string; fields: Record<string, string>; seconds: number }
}

const NAME = 'flash'

/** A `Set-Cookie` value. A browser that follows no redirect forgets it after ten seconds. */
export function flash(note: FlashNote) {
  return `${NAME}=${encodeURIComponent(JSON.stringify(note))}; Path=/; Max-Age=10; HttpOnly; SameSite=Lax`
}

/** The `Set-Cookie` value of the page that tells it: no later one tells it again. */
export const forgetFlash = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

export function readFlash(request: Request): FlashNote | null {
  const found = /(?:^|;\s*)flash=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  if (!found) return null
  try {
    const note: unknown = JSON.parse(decodeURIComponent(found))
    return isNote(note) ? note : null
  } catch {
    return null // a cookie is the browser's to spoil
  }
}

function isNote(note: unknown): note is FlashNote {
  return typeof note === 'object' && note !== null && 'words' in note && typeof note.words === 'string'
}
