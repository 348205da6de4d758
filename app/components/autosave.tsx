import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '~/messages/messages'
import type { Reply } from '~/lib/form.server'

/** Each save is an event on the record, so no more often than this while somebody writes. A refusal leaves none. */
const PAUSE_MS = 15_000

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
  const sending = useRef(false)
  const refused = useRef(false)
  refused.current = isRefused

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    return keeping(form, {
      isSending: () => sending.current,
      isRefused: () => refused.current,
      send: entries => {
        // From this moment on and not from the next drawing: Enter leaves a field and sends the form in one go.
        sending.current = true
        submit(entries, { method: 'post' })
      },
      onSent: () => setIsRefused(false),
    })
  }, [submit])

  useEffect(() => {
    if (state !== 'idle') return
    sending.current = false
    if (data === undefined) return
    const isKept = data.reply.status === 'success'
    setIsRefused(!isKept)
    if (isKept) setKeptAt(new Date())
  }, [state, data])

  return (
    <p ref={place} className="label" role="status">
      {isRefused ? log.autosave.notYet : keptAt && log.autosave.kept(format.moment(keptAt))}
    </p>
  )
}

interface Way {
  isSending: () => boolean
  isRefused: () => boolean
  send: (entries: FormData) => void
  onSent: () => void
}

/** Listens until it is told to stop. A form that is sent meanwhile waits for the save that is under way. */
function keeping(form: HTMLFormElement, { isSending, isRefused, send, onSent }: Way) {
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
    setTimeout(() => form.requestSubmit(event.submitter), 100)
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
