import { getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import type { ComponentPropsWithoutRef } from 'react'
import { useMessages } from '~/messages/messages'
import { describedBy, Field, type FieldProps } from './field'

type TextType = 'text' | 'email' | 'password' | 'url' | 'search' | 'tel' | 'number'
type Native = Pick<
  ComponentPropsWithoutRef<'input'>,
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'step'
  | 'list'
  | 'spellCheck'
  | 'readOnly'
>
/** `short` for figures, `code` for the six digits. */
type Look = 'short' | 'code'

type TextProps<Schema> = FieldProps<Schema> &
  Native & {
    type?: TextType
    look?: Look
    /** The one thing to be done on its page: ready to be typed in as the page opens, without script too. */
    isFirst?: boolean
  }

export function TextInput<Schema>({
  field,
  label,
  hint,
  isOptional,
  type = 'text',
  look,
  isFirst,
  ...native
}: TextProps<Schema>) {
  return (
    <Field {...{ field, label, hint, isOptional }}>
      <input
        {...getInputProps(field, { type, ...describedBy({ field, hint }) })}
        {...native}
        {...(isFirst && { autoFocus: true })}
        className={look ? `input input-${look}` : 'input'}
      />
    </Field>
  )
}

/** A day, in the browser's own picker; its value is `YYYY-MM-DD`. */
export function DateInput<Schema>({ field, label, hint, isOptional, min, max }: FieldProps<Schema> & Native) {
  return (
    <Field {...{ field, label, hint, isOptional }}>
      <input
        {...getInputProps(field, { type: 'date', ...describedBy({ field, hint }) })}
        min={min}
        max={max}
        className="input"
      />
    </Field>
  )
}

type AreaProps<Schema> = FieldProps<Schema> & { rows?: number; maxLength?: number; placeholder?: string }

export function TextArea<Schema>({ field, label, hint, isOptional, rows = 4, ...native }: AreaProps<Schema>) {
  return (
    <Field {...{ field, label, hint, isOptional }}>
      <textarea
        {...getTextareaProps(field, describedBy({ field, hint }))}
        {...native}
        rows={rows}
        className="input"
      />
    </Field>
  )
}

type Option = { value: string; label: string }

type SelectProps<Schema> = FieldProps<Schema> & {
  options: readonly Option[]
  /** Nothing is chosen for the reader; false where a choice is already made. */
  hasBlank?: boolean
}

export function Select<Schema>({
  field,
  label,
  hint,
  isOptional,
  options,
  hasBlank = true,
}: SelectProps<Schema>) {
  const { choose } = useMessages().common.form
  return (
    <Field {...{ field, label, hint, isOptional }}>
      <select {...getSelectProps(field, describedBy({ field, hint }))} className="input">
        {hasBlank && <option value="">{choose}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type FileProps<Schema> = FieldProps<Schema> & { accept?: string; isMultiple?: boolean }

/** The browser's own control: on a phone it offers the camera. */
export function FileInput<Schema>({ field, label, hint, isOptional, accept, isMultiple }: FileProps<Schema>) {
  return (
    <Field {...{ field, label, hint, isOptional }}>
      <input
        {...getInputProps(field, { type: 'file', ...describedBy({ field, hint }) })}
        accept={accept}
        multiple={isMultiple}
        className="input"
      />
    </Field>
  )
}

export function HiddenFields({ values }: { values: Record<string, string | number> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
