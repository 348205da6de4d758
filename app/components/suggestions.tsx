import type { RequirementNames } from '~/domain/requirement-names'
import type { Suggestion } from '~/domain/suggestion.server'
import { useWords } from '~/messages/messages'

/** From the catalogue, each with why. */
export function Suggestions({ suggestions, names }: { suggestions: readonly Suggestion[]; names: RequirementNames }) {
  const { messages, format } = useWords()
  const { suggestions: words, requirement: said } = messages
  return (
    <ul className="rows">
      {suggestions.map(({ id, title, organisation, effect, requirement }) => (
        <li key={id}>
          <a className="quiet-link font-medium" href={`/opportunities/${id}`}>
            {messages.activity.named(title, organisation)}
          </a>
          <p className="label">
            {effect === 'completes' ? words.completes : words.helps} {said.clause(requirement, names, format)}
          </p>
        </li>
      ))}
    </ul>
  )
}
