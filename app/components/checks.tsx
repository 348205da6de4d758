import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon, type IconName } from './icon'
import { lookOf, type StateOf } from './status'

export type Outcome = StateOf<'check'>

export type Check = { name: string; title: string; outcome: Outcome; detail: string; more?: ReactNode }

/** Three answers, three icons, three words. Unknown is never shown as passed or failed. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const { check } = useMessages().status
  return (
    <ol className="rows">
      {checks.map(({ name, title, outcome, detail, more }) => {
        const [icon, tone] = lookOf('check', outcome)
        return (
          <li key={name} className="check-row">
            <Icon name={icon} size={26} className={`tint-${tone}`} />
            <h3>{title}</h3>
            <p className={`check-word tint-${tone}`}>{check[outcome]()}</p>
            <div>
              <p className="max-w-[64ch]">{detail}</p>
              {more}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const verdicts = {
  passed: ['badge-check', 'laurel'],
  failed: ['circle-x', 'clay'],
  unknown: ['circle-question-mark', 'amber'],
} as const satisfies Record<Outcome, readonly [IconName, string]>

type VerdictProps = { outcome: Outcome; title: string; id?: string; children: ReactNode }

/** The answer as a whole: amber as soon as one thing could not be checked, clay as soon as one failed. */
export function Verdict({ outcome, title, id, children }: VerdictProps) {
  const [icon, tone] = verdicts[outcome]
  return (
    <div className={`verdict note-${tone}`}>
      <Icon name={icon} size={30} className={`tint-${tone}`} />
      <div>
        <h2 id={id}>{title}</h2>
        <div className="mt-1">{children}</div>
      </div>
    </div>
  )
}

/** An object with a double frame: a result, a credential. */
export function FramedSheet({ labelledBy, children }: { labelledBy?: string; children: ReactNode }) {
  return (
    <section className="sheet p-2" aria-labelledby={labelledBy}>
      <div className="framed">{children}</div>
    </section>
  )
}
