import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'

type Props = { label: string; value: string; copy: string; copied: string }

/** An address to take along: one can always select it, and copy it at a press where there is script. */
export function CopyField({ label, value, copy, copied }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  const take = async () => {
    input.current?.select()
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input ref={input} id={id} className="input min-w-0 flex-1 basis-64" readOnly value={value} />
        {canCopy && (
          <button type="button" className="btn btn-second" onClick={take}>
            <Icon name={isCopied ? 'check' : 'copy'} />
            <span role="status">{isCopied ? copied : copy}</span>
          </button>
        )}
      </div>
    </div>
  )
}
