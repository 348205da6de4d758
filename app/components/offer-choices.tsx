import { useForm, type SubmissionResult } from '@conform-to/react'
import type { Offer } from '~/domain/offer'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { HiddenFields } from './inputs'

type Asked = { nameForm: string; named: string[]; evidence: string[] }

/** What the student decides: the form of their name, who is named, which evidence is mentioned. */
export function OfferChoices({ offer, lastResult }: { offer: Offer; lastResult: SubmissionResult<string[]> | null }) {
  const words = useMessages().offer
  const { names, endorsers, evidence } = offer
  const [form, fields] = useForm<Asked>({
    id: 'acceptance', lastResult, defaultValue: { nameForm: 'official' },
  })
  const forms = names.official === names.used ? (['official'] as const) : (['official', 'used'] as const)
  return (
    <Form form={form}>
      <HiddenFields values={{ answer: 'accept' }} />
      <ChoiceGroup
        field={fields.nameForm}
        label={words.nameForm}
        hint={words.nameFormHint}
        choices={forms.map(value => ({ value, label: names[value], note: words[value] }))}
      />
      {endorsers.length === 0 && <p className="hint">{words.nobodyToName}</p>}
      {endorsers.length > 0 && (
        <ChoiceGroup
          field={fields.named}
          type="checkbox"
          isOptional
          label={words.named}
          hint={words.namedHint}
          choices={endorsers.map(({ id, name, standing, activity, statement }) => ({
            value: id,
            label: <Endorser name={name} standing={standing} statement={statement} />,
            note: words.about(activity),
          }))}
        />
      )}
      {evidence.length > 0 && (
        <ChoiceGroup
          field={fields.evidence}
          type="checkbox"
          isOptional
          label={words.evidence}
          hint={words.evidenceHint}
          choices={evidence.map(({ id, name, activity }) => ({ value: id, label: name, note: words.about(activity) }))}
        />
      )}
      <div className="grid gap-2">
        <p>
          <SubmitButton>{words.accept}</SubmitButton>
        </p>
        <p className="hint">{words.acceptNote}</p>
      </div>
    </Form>
  )
}

function Endorser({ name, standing, statement }: { name: string; standing: string; statement: string }) {
  const { credential } = useMessages()
  return (
    <>
      <span className="font-medium">{name}</span>, {standing}
      {statement && <span className="serif mt-1 block">{credential.quoted(statement)}</span>}
    </>
  )
}
