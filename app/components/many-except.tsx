import type { FieldMetadata } from '@conform-to/react'
import type { ManyRow } from '~/domain/many-page.server'
import { useMessages } from '~/messages/messages'
import { Checkbox } from './choices'
import { TextArea } from './inputs'
import { Disclosure } from './section'

type Props = {
  row: ManyRow
  firstName: string
  fields: {
    isLeftOut: FieldMetadata<boolean | undefined>
    comment: FieldMetadata<string | undefined>
  }
}

/** What the student wrote, and the ways in which they may differ from the others. */
export function ManyExcept({ row, firstName, fields: { isLeftOut, comment } }: Props) {
  const { rows } = useMessages().many
  const isOpen = Boolean(isLeftOut.initialValue || comment.initialValue || comment.errors)
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2">
      <Disclosure summary={rows.read(firstName)}>
        {row.narrative && <p className="quote">{row.narrative}</p>}
        {row.claims.map(({ id, name, narrative }) => (
          <p key={id} className="mt-3">
            <b className="font-medium">{name}</b>: {narrative}
          </p>
        ))}
        {row.evidence > 0 && <p className="label mt-3">{rows.evidence(row.evidence)}</p>}
      </Disclosure>
      <Disclosure summary={rows.except(firstName)} isOpen={isOpen}>
        <div className="grid max-w-[66ch] gap-4" data-except>
          <Checkbox field={isLeftOut}>{rows.leftOut(firstName)}</Checkbox>
          <TextArea field={comment} label={rows.comment(firstName)} rows={2} isOptional />
          <p>
            <a className="link inline-block py-1" href={row.path} target="_blank" rel="noreferrer">
              {rows.alone(firstName)}
            </a>{' '}
            <span className="label">{rows.aloneNote}</span>
          </p>
        </div>
      </Disclosure>
    </div>
  )
}
