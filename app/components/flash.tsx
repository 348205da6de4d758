import { useEffect, useState } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

export type FlashWords = {
  words: string
  /** A form that takes it back. It stays as long as the action can be taken back. */
  undo?: { words: string; action: string; fields: Record<string, string>; seconds: number }
}

const SECONDS = 6

/** The region is on every page, empty or not: what appears in it later is read out. */
export function Flash({ flash }: { flash?: FlashWords | null }) {
  return <div role="status">{flash && <Toast key={flash.words} {...flash} />}</div>
}

function Toast({ words, undo }: FlashWords) {
  const { close } = useMessages().common.flash
  const [isGone, setGone] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const seconds = undo?.seconds ?? SECONDS

  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => setGone(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isHeld, seconds])

  if (isGone) return null
  return (
    <div
      className="flash"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
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
