import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type Props = { title: string; note?: ReactNode; id?: string; children: ReactNode }

/** The product's signature: the title hangs in the margin, the text runs beside it. */
export function Section({ title, note, id, children }: Props) {
  return (
    <section className="section" id={id}>
      <div>
        <h2>{title}</h2>
        {note && <p className="section-note">{note}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}

export type Tone = 'laurel' | 'amber' | 'clay' | 'sky'

const noteIcons: Record<Tone, IconName> = {
  laurel: 'circle-check',
  amber: 'flag',
  clay: 'circle-alert',
  sky: 'info',
}

/** Something that stays on the page. Laurel: good news; amber: look here; clay: cannot be undone; sky: to know. */
export function Note({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icon ?? noteIcons[tone]} size={20} className={`tint-${tone}`} />
      <div>{children}</div>
    </div>
  )
}

/** A white sheet is for objects: a letter, a file, a group of fields. Never for a mere section. */
export function Sheet({ className = 'p-6', children }: { className?: string; children: ReactNode }) {
  return <div className={`sheet ${className}`}>{children}</div>
}

export function Disclosure({ summary, isOpen, children }: { summary: ReactNode; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="more" open={isOpen || undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {summary}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}

/** What this is, why it matters, one button. */
export function Empty({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
