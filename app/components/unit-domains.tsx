import { Form as PostForm } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'
import type { Reply } from './unit-contacts'

type Proof = { id: string; domain: string; address: string }
type Linked = { id: string; domain: string; linkedAt: Date | string }

type Props = { action: string; domains: readonly Linked[]; proofs: readonly Proof[]; reply: Reply }

export function UnitDomains({ action, domains, proofs, reply }: Props) {
  const { messages, format } = useWords()
  const { domains: words } = messages.units
  return (
    <Section title={words.title} note={words.note} id="domains">
      {domains.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {domains.map(({ id, domain, linkedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0">
              <span className="font-medium">{domain}</span>{' '}
              <span className="label">{words.linked(format.on(linkedAt))}</span>
            </p>
            <PostForm method="post" action={action}>
              <HiddenFields values={{ act: 'unlink' }} />
              <SubmitButton tone="quiet" isSmall name="unlink" value={id}>
                {words.unlink} <span className="sr-only">{words.unlinkOf(domain)}</span>
              </SubmitButton>
            </PostForm>
          </li>
        ))}
      </ul>
      <div className="mt-6 grid gap-8">
        {proofs.map(proof => (
          <CodeForm key={proof.id} action={action} proof={proof} reply={reply} />
        ))}
        <AskForm action={action} reply={reply} />
      </div>
    </Section>
  )
}

function AskForm({ action, reply }: { action: string; reply: Reply }) {
  const { domains: words } = useWords().messages.units
  const isThis = reply?.initialValue?.['act'] === 'domain'
  const [form, { address }] = useForm<{ address: string }>({
    id: 'domain',
    lastResult: isThis ? reply : null,
  })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ act: 'domain' }} />
      <TextInput
        field={address}
        label={words.address}
        hint={words.addressHint}
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton tone="second" icon="send">
          {words.ask}
        </SubmitButton>
      </div>
    </PlainForm>
  )
}

function CodeForm({ action, proof, reply }: { action: string; proof: Proof; reply: Reply }) {
  const { domains: words } = useWords().messages.units
  const isThis = reply?.initialValue?.['proof'] === proof.id
  const [form, { code }] = useForm<{ code: string }>({
    id: `proof-${proof.id}`,
    lastResult: isThis ? reply : null,
  })
  return (
    <PlainForm form={form} action={action}>
      <h3>{words.waiting(proof.domain)}</h3>
      <HiddenFields values={{ act: 'code', proof: proof.id }} />
      <TextInput
        field={code}
        label={words.code(proof.address)}
        look="code"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <div>
        <SubmitButton>{words.prove}</SubmitButton>
      </div>
    </PlainForm>
  )
}
