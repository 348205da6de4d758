import { useForm, type SubmissionResult } from '@conform-to/react'
import type { StandingChoice } from '~/domain/award'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup } from './choices'
import { OwnDidField } from './own-did-field'
import { PlainForm } from './plain-form'

type Fields = { nameForm: string; namesEndorsers: string; tellsEvidence: string; did: string }
type Props = {
  choice: StandingChoice | null
  names: { official: string; used: string }
  reply: SubmissionResult<string[]> | null
}

/** Nothing is chosen beforehand; what is not chosen stays out of every document. */
export function StandingChoiceForm({ choice, names, reply }: Props) {
  const { standingChoice: words } = useMessages()
  const on = (isChosen: boolean | undefined) => (isChosen ? 'on' : undefined)
  const forms = names.official === names.used ? (['official'] as const) : (['official', 'used'] as const)
  const [form, fields] = useForm<Fields>({
    id: 'choice', lastResult: reply,
    defaultValue: {
      nameForm: choice?.nameForm, namesEndorsers: on(choice?.namesEndorsers), tellsEvidence: on(choice?.tellsEvidence),
      did: choice?.did,
    },
  })
  return (
    <PlainForm form={form} action="/account/awards">
      <ChoiceGroup
        field={fields.nameForm}
        label={words.nameForm}
        choices={forms.map(value => ({ value, label: words[value](names[value]) }))}
      />
      <Checkbox field={fields.namesEndorsers}>{words.namesEndorsers}</Checkbox>
      <Checkbox field={fields.tellsEvidence}>{words.tellsEvidence}</Checkbox>
      <OwnDidField field={fields.did} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.save}</SubmitButton>
        {choice && <SubmitButton tone="quiet" name="takeBack" value="on">{words.takeBack}</SubmitButton>}
      </div>
    </PlainForm>
  )
}
