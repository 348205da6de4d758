import type { ReactNode } from 'react'
import type { HistoryLine } from '~/domain/history'
import { useWords } from '~/messages/messages'
import { Section } from './section'

/** What happened, newest first, as the institution's record has it. */
export function HistoryList({ lines, children }: { lines: readonly HistoryLine[]; children?: ReactNode }) {
  const { messages: { activity }, format } = useWords()
  const { title, lines: sentences } = activity.history
  return (
    <Section title={title}>
      <ol className="history">
        {lines.map(({ key, at, deed, who, version }) => (
          <li key={key}>
            <time className="label num" dateTime={at.toISOString()}>
              {format.moment(at)}
            </time>
            <span>{sentences[deed]({ who: who ?? activity.somebody, version })}</span>
          </li>
        ))}
      </ol>
      {children && <div className="mt-5">{children}</div>}
    </Section>
  )
}
