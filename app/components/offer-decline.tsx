import { useForm, type SubmissionResult } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { AskOnce } from './ask-once'
import { LinkButton, SubmitButton } from './button'
import { Form } from './form'
import { HiddenFields } from './inputs'
import { Disclosure } from './section'

/** The other answer, asked once and behind a word of its own. */
export function OfferDecline({ lastResult }: { lastResult: SubmissionResult<string[]> | null }) {
  const { decline } = useMessages().offer
  const [form] = useForm({ id: 'decline', lastResult })
  return (
    <Disclosure summary={decline.open} isOpen={lastResult !== null}>
      <AskOnce title={decline.title} follows={<p>{decline.follows}</p>}>
        <Form form={form} className="grid gap-3">
          <HiddenFields values={{ answer: 'decline' }} />
          <p className="flex flex-wrap gap-2">
            <SubmitButton tone="danger">{decline.button}</SubmitButton>
            <LinkButton to="/credentials" tone="quiet">
              {decline.keep}
            </LinkButton>
          </p>
        </Form>
      </AskOnce>
    </Disclosure>
  )
}
