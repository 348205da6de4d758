import { useEffect, useState } from 'react'
import type { ManyPage } from '~/domain/many-page.server'
import { useMessages } from '~/messages/messages'

type Props = { formId: string; competency: ManyPage['competencies'][number] }

/** Chooses one answer wherever none is chosen yet. It needs script, and without it there is no button. */
export function ManyFill({ formId, competency: { id, name, levels } }: Props) {
  const { rubric, rows } = useMessages().many
  const [isScripted, setScripted] = useState(false)
  const [filled, setFilled] = useState<number | null>(null)
  useEffect(() => setScripted(true), [])
  if (!isScripted) return null
  const answers = [...levels, { id: 'notObserved', name: rows.notObserved }]
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2" role="group" aria-label={`${name}: ${rubric.fill}`}>
      <span className="label">{rubric.fill}</span>
      {answers.map(answer => (
        <button
          key={answer.id}
          type="button"
          className="btn btn-quiet btn-small"
          onClick={() => setFilled(fill(formId, id, answer.id))}
        >
          {rubric.fillWith(answer.name)}
        </button>
      ))}
      <span role="status" className="label">
        {filled !== null && rubric.filled(filled)}
      </span>
    </div>
  )
}

/** Answers how many were empty. Whoever is left out stays so. */
function fill(formId: string, competencyId: string, answer: string): number {
  const groups = document.querySelectorAll(`#${formId} fieldset[data-competency="${competencyId}"]`)
  const empty = [...groups].filter(
    group => !group.querySelector(':checked') && !group.closest('li')?.querySelector('[data-except] input:checked'),
  )
  for (const group of empty) {
    const input = group.querySelector<HTMLInputElement>(`input[value="${answer}"]`)
    if (input) input.checked = true
  }
  return empty.length
}
