import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'

type Props = { label: string; value: string; copy: string; copied: string }

/** An address to take along: one can always select it, and copy it at a press where there is script. */
export function CopyField({ label, value, copy, copied }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input ref={input} id={id} className="input min-w-0 flex-1 basis-64" readOnly value={value} />
        <CopyButton value={value} copy={copy} copied={copied} onCopy={() => input.current?.select()} />
      </div>
    </div>
  )
}

type ButtonProps = Omit<Props, 'label'> & {
  /** What is copied, for who does not see what the button stands beside. */
  of?: string
  onCopy?: () => void
}

/** Where there is script; what it copies can always be selected beside it. */
export function CopyButton({ value, copy, copied, of, onCopy }: ButtonProps) {
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  if (!canCopy) return null
  const take = async () => {
    onCopy?.()
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <button type="button" className="btn btn-second" onClick={take}>
      <Icon name={isCopied ? 'check' : 'copy'} />
      <span role="status">{isCopied ? copied : copy}</span>
      {of && <span className="sr-only">{of}</span>}
    </button>
  )
}
