import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = {
  label: string
  summary: ReactNode
  summaryClass: string
  isUpward?: boolean
  children: ReactNode
}

/** A disclosure that works without script; with it, Escape, a click elsewhere and a new page close it. */
export function Menu({ label, summary, summaryClass, isUpward, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()

  useEffect(() => {
    menu.current?.removeAttribute('open')
  }, [key])

  useEffect(() => {
    const leave = (event: Event) => {
      const opened = menu.current
      if (!opened?.open) return
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      if (isEscape) opened.querySelector('summary')?.focus()
      if (isEscape || isOutside(event, opened)) opened.open = false
    }
    const events = ['keydown', 'pointerdown', 'focusin']
    events.forEach(name => document.addEventListener(name, leave))
    return () => events.forEach(name => document.removeEventListener(name, leave))
  }, [])

  return (
    <details ref={menu} className="relative">
      <summary className={summaryClass} aria-label={label}>
        {summary}
      </summary>
      <ul className={isUpward ? 'panel panel-up' : 'panel'}>{children}</ul>
    </details>
  )
}

function isOutside(event: Event, menu: HTMLElement) {
  return !(event instanceof KeyboardEvent) && event.target instanceof Node && !menu.contains(event.target)
}
