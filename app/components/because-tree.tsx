import { useWords } from '~/messages/messages'
import { Disclosure } from './section'
import { Status, statusOf, type StateOf } from './status'

export type Reason = { key: string; words: string; href?: string; amount?: string; why?: string }

/** A requirement beside what a student has, told in sentences. */
export type Step = {
  key: string
  sentence: string
  state: StateOf<'requirement'>
  /** What the state says instead of its own word: "46 of 60 h", or whom it waits for. */
  figure?: string
  who?: string
  counts: readonly Reason[]
  uncounted: readonly Reason[]
  parts: readonly Step[]
}

/** Every requirement with its answer, what counts and why, and what does not count and why not. */
export function BecauseTree({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="because">
      {steps.map(step => (
        <BecauseStep key={step.key} step={step} />
      ))}
    </ol>
  )
}

function BecauseStep({ step: { sentence, state, figure, who, counts, uncounted, parts } }: { step: Step }) {
  const words = useWords()
  const { because } = words.messages.charts
  return (
    <li>
      <div className="because-head">
        <p className="quote">{sentence}</p>
        <Status
          {...statusOf(words, 'requirement', state, { ...(figure && { figure }), ...(who && { who }) })}
        />
      </div>
      {counts.length > 0 && <Reasons title={because.counts} reasons={counts} />}
      {uncounted.length > 0 && (
        <Disclosure summary={because.uncounted(uncounted.length)}>
          <Reasons title={because.doesNotCount} reasons={uncounted} />
        </Disclosure>
      )}
      {parts.length > 0 && <BecauseTree steps={parts} />}
    </li>
  )
}

function Reasons({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  return (
    <ul className="reasons" aria-label={title}>
      {reasons.map(({ key, words, href, amount, why }) => (
        <li key={key}>
          <span className="min-w-0">
            {href ? (
              <a className="quiet-link" href={href}>
                {words}
              </a>
            ) : (
              words
            )}
            {why && <span className="label block">{why}</span>}
          </span>
          {amount && <span className="label num">{amount}</span>}
        </li>
      ))}
    </ul>
  )
}
