import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

type StepOn = { name: string; href?: string; at: 'done' | 'current' | 'next' }

/** The few steps of a long form; what is done can be gone back to. */
export function Steps({ steps, label }: { steps: readonly StepOn[]; label: string }) {
  const { track } = useMessages().status
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ name, href, at }, index) => (
        <li key={name} className={`step-${at}`} aria-current={at === 'current' ? 'step' : undefined}>
          <span className="step-figure" aria-hidden="true">
            {at === 'done' ? <Icon name="check" size={14} /> : index + 1}
          </span>
          {href ? (
            <a className="quiet-link" href={href}>
              {name}
            </a>
          ) : (
            name
          )}
          <span className="sr-only">({track[at]})</span>
        </li>
      ))}
    </ol>
  )
}
