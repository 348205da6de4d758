import { useForm, type FormMetadata, type SubmissionResult } from '@conform-to/react'
import type { PartKind, PartTyped } from '~/domain/design-part-forms.server'
import type { PartChoices } from '~/domain/design-requirement.server'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { CountingFields } from './design-counting'
import { PartFields } from './design-part-fields'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'

type Asked = { id: string; at: string; how: 'edit' | 'within' | 'beside'; kind: PartKind }

type Props = Asked & {
  shown: string
  choices: PartChoices
  written: Partial<PartTyped>
  reply: SubmissionResult<string[]> | null
}

const usual = { by: 'best', times: '1', endorsers: '1' } as const

const withoutWork: readonly PartKind[] = ['credential', 'waiver', 'all', 'any', 'atLeast']

/** One line, to be filled in. */
export function DesignPart({ id, at, how, kind, shown, choices, written, reply }: Props) {
  const { designBuilder: words } = useMessages()
  const defaultValue = { ...usual, kind, ...written }
  const [form, fields] = useForm<PartTyped>({ id: 'part-form', lastResult: reply, defaultValue })
  const here = `/design/${id}/requirement?${new URLSearchParams({ at, how, kind })}`
  return (
    <PlainForm form={form} action={here}>
      <HiddenFields values={{ act: how, at, shown, ...(written.key && { key: written.key }) }} />
      <PartFields kind={kind} fields={fields} choices={choices} isEdit={how === 'edit'} />
      {!withoutWork.includes(kind) && <CountingFields fields={fields} isOpen={hasCounting(written)} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{how === 'edit' ? words.doEdit : words.doAdd}</SubmitButton>
        <LinkButton tone="quiet" to={`/design/${id}/requirement?at=${at}`}>
          {words.back}
        </LinkButton>
      </div>
    </PlainForm>
  )
}

export type PartFieldsOf = ReturnType<FormMetadata<PartTyped>['getFieldset']>

function hasCounting({ categories, from, until, ...written }: Partial<PartTyped>) {
  return Boolean(
    categories?.length || from || until || written.excludePaid || written.excludeCreditBearing || written.excludeMandatory,
  )
}

/** Which kind of line it should be: a link each, since the choice changes nothing. */
export function PartKinds({ id, at, how, kinds }: Omit<Asked, 'kind'> & { kinds: readonly PartKind[] }) {
  const { designBuilder: words } = useMessages()
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {kinds.map(kind => (
        <li key={kind}>
          <a
            className="link"
            href={`/design/${id}/requirement?${new URLSearchParams({ at, how, kind })}#form`}
          >
            {words.kinds[kind]}
          </a>
        </li>
      ))}
    </ul>
  )
}
