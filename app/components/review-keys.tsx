import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '~/messages/messages'

type Props = { className: string; children: ReactNode }

/**
 * For people who review all day. The keys work while the focus is in the queue or in what is open beside it,
 * and not in a field, so nobody sets anything off by speaking or by chance (WCAG 2.1.4).
 */
export function ReviewKeys({ className, children }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const hasPressed = useRef(false)
  const { key } = useLocation()

  // A new page begins at its top, a frame earlier; here the list keeps its place, and the focus if it had it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const row = openOrFirst(region.current)
      row?.scrollIntoView({ block: 'nearest' })
      if (hasPressed.current) row?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [key])

  const press = (event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof HTMLElement &&
      event.target.matches('input:not([type=checkbox]), textarea, select')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !region.current) return
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    hasPressed.current = true
    act(region.current)
  }
  return (
    // The keys are a second way to links and buttons that are all there.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={region} className={className} onKeyDown={press}>
      {children}
    </div>
  )
}

const acts: Record<string, (region: HTMLElement) => void> = {
  j: region => step(region, 1),
  k: region => step(region, -1),
  e: region => region.querySelector<HTMLElement>('[data-approve] button')?.click(),
  r: region => {
    const details = region.querySelector<HTMLDetailsElement>('[data-decision=return] details')
    if (!details) return
    details.open = true
    details.querySelector('textarea')?.focus()
  },
  u: () => document.querySelector<HTMLElement>('form[action$="/undo"] button')?.click(),
}

function step(region: HTMLElement, by: number) {
  const rows = rowsIn(region)
  const at = rows.findIndex(isOpen)
  const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]
  row?.focus()
  row?.click()
}

function openOrFirst(region: HTMLElement | null) {
  const rows = rowsIn(region)
  return rows.find(isOpen) ?? rows[0]
}

const isOpen = (row: HTMLElement) => row.getAttribute('aria-current') === 'page'

const rowsIn = (region: HTMLElement | null) => [
  ...(region?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/** Shown where there is a keyboard to press them on. */
export function KeyHints() {
  const { keys } = useMessages().review
  const hints = [
    ['j', keys.next],
    ['k', keys.previous],
    ['e', keys.approve],
    ['r', keys.back],
    ['u', keys.undo],
  ] as const
  return (
    <ul className="label mt-6 hidden flex-wrap gap-x-5 gap-y-2 lg:pointer-fine:flex" aria-label={keys.label}>
      {hints.map(([key, words]) => (
        <li key={key}>
          <kbd className="kbd">{key}</kbd> {words}
        </li>
      ))}
    </ul>
  )
}
