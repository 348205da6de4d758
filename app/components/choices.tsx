import { getCollectionProps, getInputProps, type FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { HintAndError, Optional, type FieldProps } from './field'

type Choice = {
  value: string
  label: ReactNode
  /** The second voice under the label: a level's dots and name, or what choosing it means. */
  note?: ReactNode
}

type Props<Schema> = FieldProps<Schema> & { type?: 'radio' | 'checkbox'; choices: readonly Choice[] }

/** Nothing is chosen beforehand, every choice weighs the same, and the whole row is the target. */
export function ChoiceGroup<Schema>({
  field,
  label,
  hint,
  isOptional,
  type = 'radio',
  choices,
}: Props<Schema>) {
  const inputs = getCollectionProps(field, {
    type,
    options: choices.map(choice => choice.value),
    ariaAttributes: false,
  })
  const description = [hint && field.descriptionId, field.errors && field.errorId].filter(Boolean).join(' ')
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={description || undefined}>
      <legend className="field-label">
        {label}
        {isOptional && <Optional />}
      </legend>
      <HintAndError field={field} hint={hint} />
      <div className="choices">
        {inputs.map(({ key, ...input }, at) => (
          <label key={key ?? input.value} className="choice">
            <input {...input} />
            <span>
              {choices[at]?.label}
              {choices[at]?.note && <small>{choices[at].note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckboxProps = {
  field: FieldMetadata<boolean | string | undefined>
  hint?: ReactNode
  children: ReactNode
}

export function Checkbox({ field, hint, children }: CheckboxProps) {
  const described = hint ? { ariaDescribedBy: field.descriptionId } : undefined
  return (
    <div className="field">
      <HintAndError field={field} />
      <label className="check">
        <input {...getInputProps(field, { type: 'checkbox', ...described })} />
        <span>{children}</span>
      </label>
      {hint && (
        <p className="hint ps-8" id={field.descriptionId}>
          {hint}
        </p>
      )}
    </div>
  )
}

type GroupProps = { title: string; above?: ReactNode; note?: ReactNode; children: ReactNode }

/** Fields that belong together, under a heading that is their legend. */
export function FieldGroup({ title, above, note, children }: GroupProps) {
  return (
    <fieldset className="field-group">
      <legend>
        <span>
          {above && <span className="label block font-sans">{above}</span>}
          {title}
        </span>
      </legend>
      {note && <p className="hint">{note}</p>}
      {children}
    </fieldset>
  )
}
