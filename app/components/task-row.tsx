import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Status, type StatusLook, type StatusTone } from './status'

type TaskProps = {
  icon: IconName
  tone?: StatusTone
  title: string
  note: string
  action?: ReactNode
  children?: ReactNode
}

/** Something that needs the reader: what, from whom, and the one thing to do about it. */
export function TaskRow({ icon, tone = 'soft', title, note, action, children }: TaskProps) {
  return (
    <li className="task-row">
      <Icon name={icon} size={22} className={`tint-${tone}`} />
      <div>
        <h3>{title}</h3>
        <p className="label">{note}</p>
        {children && <div className="mt-1.5 max-w-[62ch]">{children}</div>}
      </div>
      {action}
    </li>
  )
}

type HeldProps = {
  title: string
  href: string
  note: string
  status: StatusLook
  more?: string
  action?: ReactNode
}

/** Something others hold: what it is, who has it and since when. */
export function HeldRow({ title, href, note, status, more, action }: HeldProps) {
  return (
    <li className="held-row">
      <div>
        <a className="quiet-link font-medium" href={href}>
          {title}
        </a>
        <p className="label num">{note}</p>
      </div>
      <div>
        <Status {...status} />
        {more && <p className="label">{more}</p>}
      </div>
      {action}
    </li>
  )
}
