import { useForm, type SubmissionResult } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = { formKey: string; opportunityId: string; reply: SubmissionResult<string[]> | null }

/** Choosing it is the whole first step of logging it. */
export function LogThis({ formKey, opportunityId, reply }: Props) {
  const { one } = useMessages().opportunities
  const [form] = useForm<Record<string, string>>({ id: 'log', lastResult: reply })
  return (
    <Section title={one.log} note={one.logNote}>
      <PlainForm form={form} action={`/opportunities/${opportunityId}?index`}>
        <HiddenFields values={{ act: 'log', formKey }} />
        <div>
          <SubmitButton icon="plus">{one.log}</SubmitButton>
        </div>
      </PlainForm>
    </Section>
  )
}
