import type { CvActivity as Told } from '~/domain/cv'
import { useMessages } from '~/messages/messages'
import { CopyButton } from './copy-field'
import { Section } from './section'

/** The sentences of one activity, and what an interviewer will ask about it beside what the student wrote. */
export function CvActivity({ activity: { id, title, shown, reflection, evidence } }: { activity: Told }) {
  const { cv } = useMessages()
  return (
    <Section title={title} note={<a className="link" href={`/activities/${id}/sheet`}>{useMessages().activitySheet.kind}</a>}>
      <h3 className="mb-2">{cv.sentences}</h3>
      <ul className="rows mb-6">
        {shown.map(({ competency, sentence }) => (
          <li key={competency} className="grid items-start justify-items-start gap-2 sm:grid-cols-[1fr_auto] sm:gap-6">
            <p className="max-w-[68ch]">{sentence}</p>
            <CopyButton value={sentence} copy={cv.copy} copied={cv.copied} of={cv.copyOf(competency)} />
          </li>
        ))}
      </ul>
      <details className="more">
        <summary>{cv.prompts}</summary>
        <ul className="prose mt-3">
          {shown.map(({ competency }) => (
            <li key={competency}>{cv.tell(competency)}</li>
          ))}
        </ul>
        <dl className="terms mt-4">
          {reflection.map(({ part, words }) => (
            <div key={part}>
              <dt>{cv.ask[part]}</dt>
              <dd>{words ? <><span className="label block">{cv.yourWords}</span><span className="whitespace-pre-line">{words}</span></> : <span className="label">{cv.noWords}</span>}</dd>
            </div>
          ))}
        </dl>
        {evidence.length > 0 && <p className="mt-3">{cv.evidence} {evidence.join(', ')}</p>}
      </details>
    </Section>
  )
}
