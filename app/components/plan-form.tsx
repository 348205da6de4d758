import { useForm, type SubmissionResult } from '@conform-to/react'
import { awardingModes, type AwardingPlan } from '~/domain/awarding-plan'
import type { PlanTyped } from '~/domain/awarding-plan.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup } from './choices'
import { DateInput, HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Props = { action: string; plan: AwardingPlan; shown: string; reply: SubmissionResult<string[]> | null }

/** When, with how much ceremony, and in which round. */
export function PlanForm({ action, plan, shown, reply }: Props) {
  const { awardPlan: words } = useMessages()
  const { mode, awardingDate, isQuiet, round } = plan
  const [form, fields] = useForm<PlanTyped>({
    id: 'plan', lastResult: reply,
    defaultValue: { mode, awardingDate: awardingDate ?? undefined, isQuiet: isQuiet ? 'on' : undefined, round },
  })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ shown }} />
      <ChoiceGroup
        field={fields.mode}
        label={words.mode}
        choices={awardingModes.map(value => ({ value, ...words.modes[value] }))}
      />
      <DateInput field={fields.awardingDate} label={words.day} isOptional />
      <Checkbox field={fields.isQuiet} hint={words.quietNote}>{words.quiet}</Checkbox>
      <TextInput field={fields.round} label={words.round} hint={words.roundHint} maxLength={40} />
      <SubmitButton>{words.save}</SubmitButton>
    </PlainForm>
  )
}
