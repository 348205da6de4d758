import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { useIsCorrected } from './corrected'
import { Icon } from './icon'

export type FieldProps<Schema> = {
  field: FieldMetadata<Schema>
  label: string
  hint?: ReactNode
  isOptional?: boolean
}

/** Label above, hint under it, the error between hint and field. */
export function Field<Schema>({
  field,
  label,
  hint,
  isOptional,
  children,
}: FieldProps<Schema> & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        {isOptional && <Optional />}
      </label>
      <HintAndError field={field} hint={hint} />
      {children}
    </div>
  )
}

export function HintAndError<Schema>({ field, hint }: Pick<FieldProps<Schema>, 'field' | 'hint'>) {
  const isCorrected = useIsCorrected(field.name)
  return (
    <>
      {hint && (
        <p className="hint" id={field.descriptionId}>
          {hint}
        </p>
      )}
      {field.errors && !isCorrected && (
        <p className="field-error" id={field.errorId}>
          <Icon name="circle-alert" size={16} />
          <span>{field.errors.join(' ')}</span>
        </p>
      )}
    </>
  )
}

export function Optional() {
  return <span className="optional"> ({useMessages().common.form.optional})</span>
}

/** What a control is described by: its hint, and Conform adds its error. */
export const describedBy = <Schema,>({ field, hint }: Pick<FieldProps<Schema>, 'field' | 'hint'>) =>
  hint ? { ariaDescribedBy: field.descriptionId } : undefined
