import type { ListedCorrection } from '~/domain/correction-page.server'
import { useWords } from '~/messages/messages'
import { Icon } from './icon'

/** What is open, the longest first. */
export function CorrectionList({ rows }: { rows: readonly ListedCorrection[] }) {
  const { messages, format } = useWords()
  const { corrections } = messages
  return (
    <ul className="rows" aria-label={corrections.label}>
      {rows.map(({ id, programme, student, cause, openedAt, answerBy, isDecidable }) => (
        <li key={id}>
          <a className="quiet-link font-medium" href={`/corrections/${id}`}>
            {corrections.about(programme, student)}
          </a>
          <p className="label">
            {corrections.causes[cause]}. {corrections.opened(format.on(openedAt))}.
          </p>
          <p className={isDecidable ? 'status tint-sky' : 'status tint-amber'}>
            <Icon name={isDecidable ? 'circle-alert' : 'clock'} />
            <span>{isDecidable ? corrections.ready : corrections.waits(format.day(format.dayOf(answerBy)))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
