import { isGroup, type Requirement } from '~/domain/requirement'
import type { RequirementNames } from '~/domain/requirement-names'
import { useWords } from '~/messages/messages'

type Props = { requirement: Requirement; names: RequirementNames }

/** What it takes, one sentence a requirement; the parts of a group stand under its line. */
export function RequirementList({ requirement, names }: Props) {
  const lines = requirement.kind === 'all' ? requirement.of : [requirement]
  return (
    <ul className="rows">
      {lines.map((line, at) => (
        <Line key={at} requirement={line} names={names} />
      ))}
    </ul>
  )
}

function Line({ requirement, names }: Props) {
  const { messages, format } = useWords()
  return (
    <li>
      <p className="quote">{messages.requirement.sentence(requirement, names, format)}</p>
      {isGroup(requirement) && (
        <ul className="mt-2 grid gap-2 border-s border-line ps-5">
          {requirement.of.map((part, at) => (
            <Line key={at} requirement={part} names={names} />
          ))}
        </ul>
      )}
    </li>
  )
}
