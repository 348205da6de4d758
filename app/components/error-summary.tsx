import type { FormMetadata } from '@conform-to/react'
import { useActionData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

type Line = { field: string; words: string }

/** The same words as at the fields, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary<Schema extends Record<string, unknown>>({
  form,
}: {
  form: FormMetadata<Schema>
}) {
  const { form: { errors }, titleWithErrors } = useMessages().common
  const box = useRef<HTMLDivElement>(null)
  const answer = useActionData()
  const lines = linesOf(form.allErrors)

  const isWrong = lines.length > 0
  useEffect(() => {
    if (isWrong) box.current?.focus()
  }, [answer, isWrong])

  useEffect(() => {
    if (!isWrong) return
    const before = document.title
    const now = titleWithErrors(before)
    document.title = now
    return () => {
      // The next page may have brought a title of its own.
      if (document.title === now) document.title = before
    }
  }, [answer, isWrong, titleWithErrors])

  if (!isWrong) return null
  const titleId = `${form.id}-errors`
  return (
    <div
      ref={box}
      className="error-summary"
      id={form.errorId}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <h2 id={titleId}>
        <Icon name="circle-alert" size={22} />
        {errors(lines.length)}
      </h2>
      <ul>
        {lines.map(({ field, words }) => (
          <li key={field + words}>{field ? <a href={`#${form.id}-${field}`}>{words}</a> : words}</li>
        ))}
      </ul>
    </div>
  )
}

const linesOf = (errors: Record<string, string[]>): Line[] =>
  Object.entries(errors).flatMap(([field, all]) => all.map(words => ({ field, words })))
