import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import type { Offer } from '~/domain/offer'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { HiddenFields } from './inputs'
import { OwnDidField } from './own-did-field'

type Asked = { nameForm: string; named: string[]; evidence: string[]; did: string }

/** What the student decides: the form of their name, who is named, which evidence is mentioned. */
export function OfferChoices({
  offer,
  lastResult,
}: {
  offer: Offer
  lastResult: SubmissionResult<string[]> | null
}) {
  const words = useMessages().offer
  const { names, endorsers, evidence } = offer
  const [form, fields] = useForm<Asked>({
    id: 'acceptance',
    lastResult,
    defaultValue: { nameForm: 'official' },
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
      <NamedChoice field={fields.named} endorsers={endorsers} />
      <EvidenceChoice field={fields.evidence} evidence={evidence} />
      <OwnDidField field={fields.did} />
      <div className="grid gap-2">
        <p>
          <SubmitButton>{words.accept}</SubmitButton>
        </p>
        <p className="hint">{words.acceptNote}</p>
      </div>
    </Form>
  )
}

type ListField = FieldMetadata<string[], Asked, string[]>

function NamedChoice({ field, endorsers }: { field: ListField; endorsers: Offer['endorsers'] }) {
  const words = useMessages().offer
  if (endorsers.length === 0) return <p className="hint">{words.nobodyToName}</p>
  return (
    <ChoiceGroup
      field={field}
      type="checkbox"
      isOptional
      label={words.named}
      hint={words.namedHint}
      choices={endorsers.map(({ id, activity, ...endorser }) => ({
        value: id,
        label: <Endorser {...endorser} />,
        note: words.about(activity),
      }))}
    />
  )
}

function EvidenceChoice({ field, evidence }: { field: ListField; evidence: Offer['evidence'] }) {
  const words = useMessages().offer
  if (evidence.length === 0) return null
  return (
    <ChoiceGroup
      field={field}
      type="checkbox"
      isOptional
      label={words.evidence}
      hint={words.evidenceHint}
      choices={evidence.map(({ id, name, activity }) => ({
        value: id,
        label: name,
        note: words.about(activity),
      }))}
    />
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
