import { getFormProps, type FormMetadata } from '@conform-to/react'
import { Form as RemixForm, useNavigation } from '@remix-run/react'
import { createContext, useContext, useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { ErrorSummary } from './error-summary'

const Sending = createContext(false)

/** True in the form that is on its way, and in no other on the page. */
export const useIsSending = () => useContext(Sending)

type Props<Schema extends Record<string, unknown>> = {
  form: FormMetadata<Schema>
  /** The form carries files. */
  isUpload?: boolean
  /** Where the form stands on the page of another route. */
  action?: string
  className?: string
  children: ReactNode
}

/** Posts to the route that shows it unless told otherwise, and opens with what has to be put right. The server alone validates. */
export function Form<Schema extends Record<string, unknown>>({
  form,
  isUpload,
  action,
  className,
  children,
}: Props<Schema>) {
  const [isSending, markSent] = useSending()
  const { onSubmit, ...props } = getFormProps(form)
  return (
    <RemixForm
      {...props}
      method="post"
      action={action}
      encType={isUpload ? 'multipart/form-data' : undefined}
      noValidate
      className={className ?? 'form'}
      onSubmit={event => {
        if (isSending) return event.preventDefault()
        markSent(event)
        onSubmit(event)
      }}
    >
      <ErrorSummary form={form} />
      <Sending.Provider value={isSending}>{children}</Sending.Provider>
    </RemixForm>
  )
}

function useSending(): [boolean, (event: FormEvent) => void] {
  const navigation = useNavigation()
  const [isSent, setSent] = useState(false)
  useEffect(() => {
    if (navigation.state === 'idle') setSent(false)
  }, [navigation.state])
  return [isSent && navigation.state !== 'idle', () => setSent(true)]
}
