import type { ReactNode } from 'react'
import { Wreath, type Arc } from './wreath'

type Props = {
  title: string
  href: string
  level: string
  arcs: readonly Arc[]
  figure: string
  measure: string
  label: string
  /** The sentence with the missing piece: the real content. */
  children: ReactNode
}

/** A programme on the way: the wreath, and in words what is missing and who can give it. */
export function ProgressCard({ title, href, level, children, ...wreath }: Props) {
  return (
    <li className="progress-card">
      <Wreath {...wreath} />
      <div>
        <h3>
          <a className="hover:underline" href={href}>
            {title}
          </a>
        </h3>
        <p className="label">{level}</p>
        <p className="mt-1.5 text-sm leading-6">{children}</p>
      </div>
    </li>
  )
}
