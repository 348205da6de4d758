import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '~/messages/messages'
import type { Reply } from '~/lib/form.server'

/** Each save is an event on the record, so no more often than this while somebody writes. A refusal leaves none. */
const PAUSE_MS = 15_000
/** No form waits longer for a save that is under way. */
const WAIT_MS = 5_000

/**
 * Keeps the form it stands in while somebody writes: when they leave a field or the window, and not every time. What
 * cannot be kept yet stays in the page, which then asks before it is left.
 */
export function Autosave() {
  const { messages: { log }, format } = useWords()
  const place = useRef<HTMLParagraphElement>(null)
  const fetcher = useFetcher<Reply>()
  const { state, data, submit } = fetcher
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const sentAt = useRef(0)
  const whole = isRefused ? data?.reply.error?.['']?.[0] : undefined
  const refused = useRef({ isRefused, isWhole: false })
  refused.current = { isRefused, isWhole: whole !== undefined }

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    return keeping(form, {
      isSending: () => Date.now() - sentAt.current < WAIT_MS,
      isRefused: () => refused.current.isRefused,
      isWhole: () => refused.current.isWhole,
      send: entries => {
        // From this moment on and not from the next drawing: Enter leaves a field and sends the form in one go.
        sentAt.current = Date.now()
        submit(entries, { method: 'post' })
      },
      onSent: () => setIsRefused(false),
    })
  }, [submit])

  useEffect(() => {
    if (state !== 'idle') return
    sentAt.current = 0
    if (data === undefined) return
    const isKept = data.reply.status === 'success'
    setIsRefused(!isKept)
    if (isKept) setKeptAt(new Date())
  }, [state, data])

  return (
    <p ref={place} className="label" role="status">
      {isRefused ? (whole ?? log.autosave.notYet) : keptAt && log.autosave.kept(format.moment(keptAt))}
    </p>
  )
}

interface Way {
  isSending: () => boolean
  isRefused: () => boolean
  /** For no field, as when another window wrote: that is read before the form is sent after all. */
  isWhole: () => boolean
  send: (entries: FormData) => void
  onSent: () => void
}

/** Listens until it is told to stop. A form that is sent meanwhile waits for the save that is under way. */
function keeping(form: HTMLFormElement, { isSending, isRefused, isWhole, send, onSent }: Way) {
  let isDirty = false
  let last = 0
  const keep = () => {
    if (!isDirty || isSending()) return
    const entries = new FormData(form)
    entries.set('autosave', 'on')
    isDirty = false
    last = Date.now()
    send(entries)
  }
  const soon = () => void ((isRefused() || Date.now() - last > PAUSE_MS) && keep())
  const hidden = () => void (document.visibilityState === 'hidden' && keep())
  const touched = () => void (isDirty = true)
  const sent = (event: SubmitEvent) => {
    isDirty = false
    onSent()
    if (!isSending()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    setTimeout(() => isWhole() || form.requestSubmit(event.submitter), 100)
  }
  const leaving = (event: BeforeUnloadEvent) => void ((isDirty || isRefused()) && event.preventDefault())
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
