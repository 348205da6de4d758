import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ListedPartner } from '~/domain/partner.server'
import type { PartnerTyped } from '~/domain/partner-forms.server'
import { useMessages, useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = { id: string; partners: readonly ListedPartner[]; reply: SubmissionResult<string[]> | null }

/** Who outside was asked, what became of it, and the way to ask. */
export function DesignPartners({ id, partners, reply }: Props) {
  const { partners: words } = useMessages()
  return (
    <Section title={words.title} note={words.note}>
      {partners.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {partners.map(partner => (
          <Partner key={partner.id} id={id} partner={partner} />
        ))}
      </ul>
      <div className="mt-8 max-w-[36rem]">
        <AskForm id={id} reply={reply} />
      </div>
    </Section>
  )
}

function Partner({ id, partner }: { id: string; partner: ListedPartner }) {
  const { messages: { partners: words }, format } = useWords()
  const { organisation, name, email, status, invitedAt, answeredAt, isOver } = partner
  const state = words.status[status](format.on(answeredAt ?? invitedAt))
  return (
    <li>
      <p className="font-medium">{organisation}</p>
      {email && <p className="label">{words.who(name, email)}</p>}
      <p>{status === 'invited' && isOver ? `${state}; ${words.over}` : state}</p>
      {status !== 'withdrawn' && (
        <form className="mt-2" method="post" action={`/design/${id}/partners`}>
          <HiddenFields values={{ act: 'withdraw', partner: partner.id }} />
          <SubmitButton tone="second" isSmall>
            {words.withdraw}
            <span className="sr-only">: {organisation}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

function AskForm({ id, reply }: Omit<Props, 'partners'>) {
  const { partners: words } = useMessages()
  const [form, { organisation, name, email }] = useForm<PartnerTyped>({ id: 'partner', lastResult: reply })
  return (
    <PlainForm form={form} action={`/design/${id}/partners`}>
      <TextInput field={organisation} label={words.organisation} autoComplete="off" maxLength={120} />
      <TextInput field={name} label={words.name} autoComplete="off" maxLength={120} />
      <TextInput field={email} label={words.email} type="email" autoComplete="off" spellCheck={false} />
      <div>
        <SubmitButton icon="send">{words.ask}</SubmitButton>
      </div>
    </PlainForm>
  )
}
