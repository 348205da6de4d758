import { getFormProps, type FormMetadata } from '@conform-to/react'
import { Form as RemixForm, useActionData, useNavigation } from '@remix-run/react'
import { createContext, useContext, useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { Corrected } from './corrected'
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
  const [corrected, markCorrected] = useCorrected()
  const { onSubmit, ...props } = getFormProps(form)
  return (
    <RemixForm
      {...props}
      method="post"
      action={action}
      encType={isUpload ? 'multipart/form-data' : undefined}
      noValidate
      className={className ?? 'form'}
      onInput={markCorrected}
      onSubmit={event => {
        if (isSending) return event.preventDefault()
        markSent(event)
        onSubmit(event)
      }}
    >
      <ErrorSummary form={form} />
      <Sending.Provider value={isSending}>
        <Corrected.Provider value={corrected}>{children}</Corrected.Provider>
      </Sending.Provider>
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

const none: ReadonlySet<string> = new Set()

/** The names of what was touched since the server looked: what it said of them is about what stood there before. */
function useCorrected(): [ReadonlySet<string>, (event: FormEvent) => void] {
  const answer = useActionData()
  const [touched, setTouched] = useState({ answer, names: none })
  const names = touched.answer === answer ? touched.names : none
  const touch = ({ target }: FormEvent) => {
    const name = target instanceof Element ? target.getAttribute('name') : null
    if (answer && name && !names.has(name)) setTouched({ answer, names: new Set(names).add(name) })
  }
  return [names, touch]
}
