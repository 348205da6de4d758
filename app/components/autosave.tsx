import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '~/messages/messages'
import type { Reply } from '~/lib/form.server'

/** Each save is an event on the record, so no more often than this while somebody writes. A refusal leaves none. */
const PAUSE_MS = 15_000
/** No form waits longer for a save that is under way. */
const WAIT_MS = 5_000

/** The last save. It is read and written at the moment, not at the next drawing: Enter leaves a field and sends at once. */
interface Save {
  /** 0 when none is under way. */
  sentAt: number
  /** `whole` for no field, as when another window wrote: that is read before the form is sent after all. */
  refusal: 'field' | 'whole' | null
  /** The form itself was sent since; its own answer tells what became of it. */
  isOvertaken: boolean
}

/**
 * Keeps the form it stands in while somebody writes: when they leave a field or the window, and not every time. What
 * cannot be kept yet stays in the page, which then asks before it is left.
 */
export function Autosave() {
  const { messages: { log }, format } = useWords()
  const place = useRef<HTMLParagraphElement>(null)
  const { state, data, submit } = useFetcher<Reply>()
  const save = useRef<Save>({ sentAt: 0, refusal: null, isOvertaken: false })
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    return keeping(form, save.current, entries => submit(entries, { method: 'post' }), () => setRefused(null))
  }, [submit])

  useEffect(() => {
    if (state !== 'idle') return
    save.current.sentAt = 0
    if (data === undefined || save.current.isOvertaken) return
    const isKept = data.reply.status === 'success'
    const whole = data.reply.error?.['']?.[0]
    save.current.refusal = isKept ? null : whole === undefined ? 'field' : 'whole'
    setRefused(isKept ? null : (whole ?? log.autosave.notYet))
    if (isKept) setKeptAt(new Date())
  }, [state, data, log])

  return (
    <p ref={place} className="label" role="status">
      {refused ?? (keptAt && log.autosave.kept(format.moment(keptAt)))}
    </p>
  )
}

/** Listens until it is told to stop. A form that is sent meanwhile waits for the save that is under way. */
function keeping(form: HTMLFormElement, save: Save, send: (entries: FormData) => void, onSent: () => void) {
  let isDirty = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const isSending = () => Date.now() - save.sentAt < WAIT_MS
  const keep = () => {
    if (!isDirty || isSending()) return
    const entries = new FormData(form)
    entries.set('autosave', 'on')
    isDirty = false
    last = Date.now()
    Object.assign(save, { sentAt: last, refusal: null, isOvertaken: false })
    send(entries)
  }
  const soon = () => void ((save.refusal !== null || Date.now() - last > PAUSE_MS) && keep())
  const hidden = () => void (document.visibilityState === 'hidden' && keep())
  const touched = () => void (isDirty = true)
  const sent = (event: SubmitEvent) => {
    isDirty = false
    // Pressed again, it is sent once.
    clearTimeout(waiting)
    if (!isSending()) {
      Object.assign(save, { refusal: null, isOvertaken: true })
      return onSent()
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    waiting = setTimeout(() => save.refusal !== 'whole' && form.requestSubmit(event.submitter), 100)
  }
  const leaving = (event: BeforeUnloadEvent) => void ((isDirty || save.refusal !== null) && event.preventDefault())
  form.addEventListener('input', touched)
  form.addEventListener('change', soon)
  form.addEventListener('submit', sent, { capture: true })
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('beforeunload', leaving)
  return () => {
    form.removeEventListener('input', touched)
    form.removeEventListener('change', soon)
    form.removeEventListener('submit', sent, { capture: true })
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('beforeunload', leaving)
  }
}
