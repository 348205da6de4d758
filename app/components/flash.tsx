import { useEffect, useRef, useState } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

export type FlashWords = {
  words: string
  /** A form that takes it back. It stays as long as the action can be taken back. */
  undo?: { words: string; action: string; fields: Record<string, string>; seconds: number }
}

/**
 * The region is on every page, empty or not: what appears in it later is read out. It stands above the page and
 * covers nothing of it. The next page takes it away, unless it can be undone still.
 */
export function Flash({ flash }: { flash?: FlashWords | null }) {
  const [last, setLast] = useState(flash)
  if (flash && flash !== last) setLast(flash)
  const shown = flash ?? (last?.undo ? last : null)
  return (
    <div className="page" role="status">
      {shown && <Toast key={shown.words + JSON.stringify(shown.undo)} {...shown} />}
    </div>
  )
}

function Toast({ words, undo }: FlashWords) {
  const { close } = useMessages().common.flash
  const [isGone, setGone] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const seconds = undo?.seconds

  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    if (seconds === undefined) return
    const timer = setTimeout(() => setGone(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds])

  if (isGone) return null
  return (
    <div ref={box} className="flash">
      <Icon name="circle-check" size={20} />
      <span className="min-w-0 flex-1">{words}</span>
      {undo ? <UndoForm {...undo} /> : <CloseButton words={close} onClose={() => setGone(true)} />}
    </div>
  )
}

function UndoForm({ words, action, fields }: NonNullable<FlashWords['undo']>) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="min-h-6 cursor-pointer px-1 font-medium underline underline-offset-4">
        {words}
      </button>
    </form>
  )
}

function CloseButton({ words, onClose }: { words: string; onClose: () => void }) {
  return (
    <button
      type="button"
      className="grid size-6 cursor-pointer place-items-center"
      aria-label={words}
      onClick={onClose}
    >
      <Icon name="x" />
    </button>
  )
}
