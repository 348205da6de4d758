import type { Design, OutcomeChoice } from '~/domain/design-page.server'
import { useWords } from '~/messages/messages'
import { fieldsSaid, saidOf } from './design-said'
import { Terms } from './table'

type Props = { design: Design; choices: readonly OutcomeChoice[] }

/** A version that is not being written: the same fields, as what they say. */
export function DesignRead({ design, choices }: Props) {
  const words = useWords()
  const said = saidOf(design, choices, words)
  const fields = fieldsSaid(said).filter(field => field !== 'title' && said[field] !== '')
  return (
    <Terms
      terms={fields.map(field => ({
        name: words.messages.designFields.of[field].label,
        value: <span id={`design-${field}`}>{said[field]}</span>,
      }))}
    />
  )
}
