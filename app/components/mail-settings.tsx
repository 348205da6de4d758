import type { QuietHours } from '~/domain/quiet-hours'
import { editableLetters, type EditableLetter } from '~/domain/letter-template'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { Section } from './section'

type Props = { wordings: Record<EditableLetter, Date | null>; quiet: QuietHours }

/** What an administrator can say about letters: their words, and when those of our own accord leave. */
export function MailSettings({ wordings, quiet }: Props) {
  const { messages, format } = useWords()
  const { letterEditor, quietEditor } = messages
  return (
    <>
      <Section title={letterEditor.section} note={letterEditor.note}>
        <ul className="rows">
          {editableLetters.map(letter => {
            const changedAt = wordings[letter]
            return (
              <li key={letter}>
                <a className="quiet-link font-medium" href={`/mail/letters/${letter}`}>
                  {letterEditor.letters[letter]}
                </a>
                <p className="label">
                  {changedAt ? letterEditor.changed(format.on(changedAt)) : letterEditor.ours}
                </p>
                <p className="max-w-[66ch]">{letterEditor.about[letter]}</p>
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={quietEditor.title} note={quietEditor.note}>
        <p>{quietEditor.now(quiet.quietFrom, quiet.quietUntil)}</p>
        <p className="label mb-4">{quietEditor.where(quiet.timeZone)}</p>
        <LinkButton to="/mail/quiet-hours">{quietEditor.change}</LinkButton>
      </Section>
    </>
  )
}
