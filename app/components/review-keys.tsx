import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

type Props = { className: string; children: ReactNode }

/**
 * For people who review all day: while the queue is on the page its keys work wherever the focus is, text
 * fields excepted. Who speaks to their computer can switch them off (WCAG 2.1.4).
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

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = acts[event.key]
      if (!act || !region.current || !areOn() || isForOthers(event)) return
      event.preventDefault()
      hasPressed.current = true
      act(region.current)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <div ref={region} className={className}>
      {children}
    </div>
  )
}

/** Somebody is writing, or means the browser. */
function isForOthers({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent) {
  const field = 'input:not([type=checkbox]), textarea, select, [contenteditable]'
  const isTyping = target instanceof HTMLElement && target.matches(field)
  return isTyping || ctrlKey || metaKey || altKey || defaultPrevented
}

const SWITCH = 'review-keys'
const areOn = () => localStorage.getItem(SWITCH) !== 'off'

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
  '?': region => {
    const keys = region.querySelector<HTMLDetailsElement>('[data-keys]')
    if (!keys) return
    keys.open = !keys.open
    keys.querySelector('summary')?.focus()
  },
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
    ['?', keys.show],
  ] as const
  return (
    <details className="more mt-6 hidden lg:pointer-fine:block" data-keys>
      <summary>
        <Icon name="chevron-right" size={16} />
        {keys.label}
      </summary>
      <ul className="label mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {hints.map(([key, words]) => (
          <li key={key}>
            <kbd className="kbd">{key}</kbd> {words}
          </li>
        ))}
      </ul>
      <KeySwitch />
    </details>
  )
}

function KeySwitch() {
  const { keys } = useMessages().review
  const [isOn, setOn] = useState(true)
  useEffect(() => setOn(areOn()), [])
  const change = (next: boolean) => {
    localStorage.setItem(SWITCH, next ? 'on' : 'off')
    setOn(next)
  }
  return (
    <label className="check label mt-3">
      <input type="checkbox" checked={isOn} onChange={event => change(event.target.checked)} />
      <span>{keys.areOn}</span>
    </label>
  )
}
