import { getFormProps, type FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'

type Props<Schema extends Record<string, unknown>> = {
  form: FormMetadata<Schema>
  /** The address of the page that shows it. */
  action: string
  /** The form carries a file. */
  isUpload?: boolean
  children: ReactNode
}

/** A form on a page without script: the address it posts to scrolls to what has to be put right. */
export function PlainForm<Schema extends Record<string, unknown>>({
  form,
  action,
  isUpload,
  children,
}: Props<Schema>) {
  const { onSubmit: _scripted, ...props } = getFormProps(form)
  return (
    <form
      {...props}
      method="post"
      action={`${action}#${form.errorId}`}
      encType={isUpload ? 'multipart/form-data' : undefined}
      noValidate
      className="form"
    >
      <ErrorSummary form={form} />
      {children}
    </form>
  )
}
