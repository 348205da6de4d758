import { useForm, type SubmissionResult } from '@conform-to/react'
import type { OpportunityState, ReviewPolicy } from '~/domain/opportunity'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { HiddenFields, TextArea } from './inputs'
import { PlainForm } from './plain-form'
import { Disclosure, Section } from './section'
import { Terms } from './table'

type Kept = {
  id: string
  state: OpportunityState
  shown: string
  proposer: string | null
  validatorName: string
  validatorUntil: string | null
  deputyName: string
  addresses: { validatorEmail: string; deputyEmail: string } | null
  reviewPolicy: ReviewPolicy
  sampleOneIn: number | null
  confirmedUntil: string | null
}

type Props = { opportunity: Kept; reply: SubmissionResult<string[]> | null }

/** What only those read who keep it, and what they can do with it. */
export function OpportunityKeeping({ opportunity, reply }: Props) {
  const { one } = useWords().messages.opportunities
  const { id, state } = opportunity
  return (
    <Section title={one.keeping} note={one.keepingNote} id="keeping">
      <KeptFacts opportunity={opportunity} />
      <div className="mt-6 grid gap-6">
        {state !== 'retired' && (
          <div>
            <LinkButton to={`/opportunities/${id}/edit`}>
              {state === 'proposed' ? one.open : one.edit}
            </LinkButton>
          </div>
        )}
        {state === 'proposed' && <RefuseForm opportunity={opportunity} reply={reply} />}
        {state === 'open' && <RetireForm opportunity={opportunity} reply={reply} />}
      </div>
    </Section>
  )
}

function KeptFacts({ opportunity }: { opportunity: Kept }) {
  const { messages, format } = useWords()
  const { one, policy, drawn } = messages.opportunities
  const { proposer, validatorName, validatorUntil, deputyName, reviewPolicy, sampleOneIn } = opportunity
  const { validatorEmail = '', deputyEmail = '' } = opportunity.addresses ?? {}
  const asked = validatorUntil
    ? one.until(validatorName, validatorEmail, format.day(validatorUntil))
    : one.asked(validatorName, validatorEmail)
  return (
    <Terms
      terms={[
        ...(proposer ? [{ name: one.proposedBy, value: proposer }] : []),
        { name: one.validator, value: validatorEmail ? asked : one.unknown },
        ...(deputyEmail ? [{ name: one.deputy, value: one.asked(deputyName, deputyEmail) }] : []),
        { name: one.review, value: sampleOneIn === null ? policy[reviewPolicy] : drawn(sampleOneIn) },
      ]}
    />
  )
}

function RefuseForm({ opportunity: { id, shown }, reply }: Props) {
  const { one } = useWords().messages.opportunities
  const [form, { then, reason }] = useForm<{ then: string; reason: string }>({
    id: 'refuse',
    lastResult: reply,
  })
  return (
    <Disclosure summary={one.refuse} isOpen={reply?.initialValue?.['act'] === 'refuse'}>
      <PlainForm form={form} action={`/opportunities/${id}?index`}>
        <HiddenFields values={{ act: 'refuse', shown }} />
        <ChoiceGroup
          field={then}
          label={one.then}
          choices={(['return', 'retire'] as const).map(value => ({ value, label: one.thens[value] }))}
        />
        <TextArea field={reason} label={one.reason} hint={one.reasonHint} maxLength={1_000} />
        <div>
          <SubmitButton tone="second" icon="send">
            {one.refuseDo}
          </SubmitButton>
        </div>
      </PlainForm>
    </Disclosure>
  )
}

function RetireForm({ opportunity: { id }, reply }: Props) {
  const { one } = useWords().messages.opportunities
  const [form] = useForm<Record<string, string>>({ id: 'retire', lastResult: reply })
  return (
    <Disclosure summary={one.retire}>
      <PlainForm form={form} action={`/opportunities/${id}?index`}>
        <HiddenFields values={{ act: 'retire' }} />
        <p>{one.retireNote}</p>
        <div>
          <SubmitButton tone="danger">{one.retire}</SubmitButton>
        </div>
      </PlainForm>
    </Disclosure>
  )
}
