import type { Sheet } from '~/domain/credential'
import { useMessages } from '~/messages/messages'
import { Level } from './level'
import { Section } from './section'

/** The levels reached, each with the rubric's sentence for it. */
export function CredentialResults({
  sheet: { results, scale },
}: {
  sheet: Pick<Sheet, 'results' | 'scale'>
}) {
  const { credential } = useMessages()
  if (results.length === 0) return null
  return (
    <Section title={credential.demonstrated} note={credential.demonstratedNote(scale)}>
      <ul className="rows">
        {results.map(({ name, code, level }) => (
          <li key={code ?? name} className="grid gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,1fr)_11rem]">
            <h3>
              {name} {code && <span className="label font-sans">{code}</span>}
            </h3>
            <p>
              <Level at={level.position} of={scale.length} name={level.name} />
            </p>
            <p className="col-start-1 max-w-[62ch]">{level.descriptor}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
