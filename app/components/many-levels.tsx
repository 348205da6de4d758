import type { ManyPage } from '~/domain/many-page.server'
import { useMessages } from '~/messages/messages'
import { LevelDots } from './level'
import { ManyFill } from './many-fill'
import { Section } from './section'

/** The rubric once for all rows, and with script a way to choose for all that are still empty. */
export function ManyLevels({ page, formId }: { page: ManyPage; formId: string }) {
  const { rubric } = useMessages().many
  return (
    <Section title={rubric.title}>
      <div className="grid gap-7">
        {page.competencies.map(competency => (
          <div key={competency.id}>
            <h3>{competency.name}</h3>
            <p className="label">
              {competency.statement} {rubric.claims(competency.claims)}.
            </p>
            <ul className="mt-3 grid gap-2">
              {competency.levels.map(({ id, name, position, descriptor }) => (
                <li key={id} className="level-row">
                  <span className="level">
                    <LevelDots at={position} of={competency.of} />
                    <b className="font-medium">{name}</b>
                  </span>
                  <span>{descriptor}</span>
                </li>
              ))}
            </ul>
            {competency.claims > 1 && <ManyFill formId={formId} competency={competency} />}
          </div>
        ))}
      </div>
    </Section>
  )
}
