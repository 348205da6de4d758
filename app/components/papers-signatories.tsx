import { useForm, type SubmissionResult } from '@conform-to/react'
import type { InOffice } from '~/domain/signatory'
import type { SignatoryTyped } from '~/domain/signatory-keeping.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { DateInput, HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = {
  signatories: readonly InOffice[]
  /** Nobody comes into office before; null where any day will do. */
  freeDay: string | null
  formKey: string
  reply: SubmissionResult<string[]> | null
}

/** Who signs, signed and will sign, and one more. */
export function PapersSignatories({ signatories, ...adding }: Props) {
  const { messages: { housePapers: { signatories: words } }, format } = useWords()
  return (
    <Section title={words.title} note={words.note}>
      {signatories.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {signatories.map(({ id, name, role, inOfficeFrom: from, inOfficeUntil: until }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <div className="min-w-0">
              <p className="font-medium">{name}</p>
              <p>{role}</p>
              <p className="label">{until ? words.span(format.day(from), format.day(until)) : words.from(format.day(from))}</p>
            </div>
            <a className="link" href={`/papers/signatories/${id}`} aria-label={words.changeOf(name)}>
              {words.change}
            </a>
          </li>
        ))}
      </ul>
      <Adding {...adding} />
    </Section>
  )
}

function Adding({ freeDay, formKey, reply }: Omit<Props, 'signatories'>) {
  const { messages: { housePapers: { signatories: words } }, format } = useWords()
  const inOfficeFrom = freeDay !== null && freeDay > format.today ? freeDay : format.today
  const [form, fields] = useForm<SignatoryTyped>({ id: 'signatory', lastResult: reply?.initialValue?.['act'] === 'signatory' ? reply : null, defaultValue: { inOfficeFrom } })
  return (
    <div className="mt-8">
      <h3 className="mb-4">{words.add}</h3>
      <PlainForm form={form} action="/papers?index">
        <HiddenFields values={{ act: 'signatory', formKey }} />
        <TextInput field={fields.name} label={words.name} hint={words.nameHint} autoComplete="off" />
        <TextInput field={fields.role} label={words.role} hint={words.roleHint} autoComplete="off" />
        <DateInput
          field={fields.inOfficeFrom}
          label={words.since}
          hint={freeDay ? words.sinceHint(format.day(freeDay)) : words.sinceFree}
          {...(freeDay && { min: freeDay })}
        />
        <div>
          <SubmitButton tone="second">{words.submit}</SubmitButton>
        </div>
      </PlainForm>
    </div>
  )
}
