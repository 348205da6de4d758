import { useMessages } from '~/messages/messages'
import { LevelDots } from './level'
import { Disclosure, Section } from './section'

type Competency = {
  id: string
  name: string
  fullStatement: string
  descriptors: readonly { levelId: string; descriptor: string; level: { name: string; position: number } }[]
}

/** Each competency with the rubric's words, from its first level to its last. */
export function OpportunityShows({ competencies }: { competencies: readonly Competency[] }) {
  const { one } = useMessages().opportunities
  if (competencies.length === 0) return null
  return (
    <Section title={one.shows} note={one.showsNote}>
      <ul className="rows">
        {competencies.map(({ id, name, fullStatement, descriptors }) => (
          <li key={id}>
            <Disclosure summary={name}>
              <p className="mb-3">{fullStatement}</p>
              <dl className="grid gap-3">
                {descriptors.map(({ levelId, descriptor, level }) => (
                  <div key={levelId}>
                    <dt className="label">
                      <LevelDots at={level.position} of={descriptors.length} /> {level.name}
                    </dt>
                    <dd>{descriptor}</dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  )
}
