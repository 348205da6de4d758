import { Form as PostForm } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import type { WindowTyped } from '~/domain/unit-forms.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { DateInput, HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'
import type { Reply } from './unit-contacts'

type Shown = { id: string; year: number; opensOn: string; closesOn: string }

export function UnitWindows({
  action,
  windows,
  reply,
}: {
  action: string
  windows: readonly Shown[]
  reply: Reply
}) {
  const { messages, format } = useWords()
  const { windows: words } = messages.units
  const isThis = reply?.initialValue?.['act'] === 'window'
  const [form, fields] = useForm<WindowTyped>({ id: 'window', lastResult: isThis ? reply : null })
  return (
    <Section title={words.title} note={words.note} id="windows">
      {windows.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {windows.map(({ id, year, opensOn, closesOn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <p className="num min-w-0">{words.of(String(year), format.day(opensOn), format.day(closesOn))}</p>
            <PostForm method="post" action={action}>
              <HiddenFields values={{ act: 'remove' }} />
              <SubmitButton tone="quiet" isSmall name="remove" value={id}>
                {words.remove} <span className="sr-only">{words.removeOf(String(year))}</span>
              </SubmitButton>
            </PostForm>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <PlainForm form={form} action={action}>
          <HiddenFields values={{ act: 'window' }} />
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <TextInput field={fields.year} label={words.year} look="short" inputMode="numeric" />
            <DateInput field={fields.opensOn} label={words.opensOn} />
            <DateInput field={fields.closesOn} label={words.closesOn} />
          </div>
          <div>
            <SubmitButton tone="second">{words.submit}</SubmitButton>
          </div>
        </PlainForm>
      </div>
    </Section>
  )
}
