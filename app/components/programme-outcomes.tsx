import type { Outcome } from '~/domain/programme-description'
import { useMessages } from '~/messages/messages'
import { Level } from './level'
import { Section } from './section'

/** What the holder can do: each competency at its level, with the rubric's sentence. */
export function ProgrammeOutcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { catalogue } = useMessages()
  if (outcomes.length === 0) return null
  return (
    <Section title={catalogue.outcomes}>
      <ul className="rows">
        {outcomes.map(({ competencyId, name, code, level }) => (
          <li key={competencyId} className="flex flex-wrap justify-between gap-x-8 gap-y-1">
            <div className="min-w-0">
              <h3>
                {name} {code && <span className="label font-sans">{code}</span>}
              </h3>
              <p className="mt-1 max-w-[60ch]">{level.descriptor}</p>
            </div>
            <Level at={level.position} of={level.of} name={level.name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
