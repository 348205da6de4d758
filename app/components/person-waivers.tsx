import { useForm } from '@conform-to/react'
import type { WaiverTyped } from '~/domain/award-forms.server'
import type { PersonPage } from '~/domain/person-page.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, Select, TextArea } from './inputs'
import { replyTo, type Reply } from './person-roles'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Waivers = NonNullable<PersonPage['waivers']>
type Props = { person: PersonPage; waivers: Waivers; formKey: string; reply: Reply }

/** What registrars have set aside for a student, and the way to do it. */
export function PersonWaivers({ person: { id, isSelf }, waivers, formKey, reply }: Props) {
  const { waivers: words } = useWords().messages.peopleDesk
  const { standing, waivable } = waivers
  return (
    <Section title={words.title} note={words.note}>
      {isSelf ? (
        <Standing standing={standing} />
      ) : (
        <Withdrawable personId={id} standing={standing} reply={replyTo('withdraw', reply)} />
      )}
      {isSelf && <p className="mt-4 text-ink-soft">{words.own}</p>}
      {!isSelf && waivable.length === 0 && <p className="mt-4 text-ink-soft">{words.nothing}</p>}
      {!isSelf && waivable.length > 0 && (
        <WaiveForm personId={id} waivable={waivable} formKey={formKey} reply={replyTo('waive', reply)} />
      )}
    </Section>
  )
}

type Stands = Waivers['standing']

function Withdrawable({ personId, standing, reply }: { personId: string; standing: Stands; reply: Reply }) {
  const [form] = useForm<Record<string, string>>({ id: 'withdraw', lastResult: reply })
  return (
    <PlainForm form={form} action={`/people/${personId}`}>
      <HiddenFields values={{ act: 'withdraw' }} />
      <Standing standing={standing} mayWithdraw />
    </PlainForm>
  )
}

function Standing({ standing, mayWithdraw }: { standing: Stands; mayWithdraw?: boolean }) {
  const { messages, format } = useWords()
  const { waivers: words } = messages.peopleDesk
  if (standing.length === 0) return <p>{words.none}</p>
  return (
    <ul className="rows">
      {standing.map(({ id, part, reason, by, decidedAt }) => {
        const named = part ? words.part(part.label, part.programme) : words.gone
        return (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-medium">{named}</p>
              <p className="aside-quote mt-1">{reason}</p>
              <p className="label">{words.decided(by, format.on(decidedAt))}</p>
            </div>
            {mayWithdraw && (
              <button
                className="btn btn-second btn-small"
                name="withdraw"
                value={id}
                aria-label={words.withdrawOf(named)}
              >
                {words.withdraw}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type WaiveProps = { personId: string; waivable: Waivers['waivable']; formKey: string; reply: Reply }

function WaiveForm({ personId, waivable, formKey, reply }: WaiveProps) {
  const { waivers: words } = useWords().messages.peopleDesk
  const [form, fields] = useForm<WaiverTyped>({ id: 'waive', lastResult: reply })
  return (
    <div className="mt-8">
      <h3 className="mb-4">{words.give}</h3>
      <PlainForm form={form} action={`/people/${personId}`}>
        <HiddenFields values={{ act: 'waive', formKey }} />
        <Select
          field={fields.key}
          label={words.key}
          options={waivable.map(({ key, label, programme }) => ({
            value: key,
            label: words.part(label, programme),
          }))}
        />
        <TextArea field={fields.reason} label={words.reason} hint={words.reasonHint} rows={3} maxLength={1000} />
        <SubmitButton tone="second">{words.submit}</SubmitButton>
      </PlainForm>
    </div>
  )
}
