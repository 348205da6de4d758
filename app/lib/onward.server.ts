import { data, redirect } from '@remix-run/node'
import type { Reply } from './form.server'

/** Where a form that was sent leads on, one that the page kept by itself stays. */
export function onward(form: FormData, to: string) {
  return form.has('autosave') ? data<Reply>({ reply: { status: 'success' } }) : redirect(to)
}
