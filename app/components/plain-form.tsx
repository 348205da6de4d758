import { getFormProps, type FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'

type Props<Schema extends Record<string, unknown>> = {
  form: FormMetadata<Schema>
  /** The address of the page that shows it. */
  action: string
  children: ReactNode
}

/** A form on a page without script: the address it posts to scrolls to what has to be put right. */
export function PlainForm<Schema extends Record<string, unknown>>({ form, action, children }: Props<Schema>) {
  const { onSubmit: _scripted, ...props } = getFormProps(form)
  return (
    <form {...props} method="post" action={`${action}#${form.errorId}`} noValidate className="form">
      <ErrorSummary form={form} />
      {children}
    </form>
  )
}
