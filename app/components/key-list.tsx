import type { KeptKey, KeysOutside } from '~/domain/signing-key'
import { useWords } from '~/messages/messages'
import { Icon } from './icon'

/** One key under the other, each with what happened to it and the way to its page. */
export function KeyList({ keys }: { keys: readonly KeptKey[] }) {
  const { keys: words } = useWords().messages
  return (
    <ul className="rows">
      {keys.map(key => (
        <li key={key.id}>
          <p className="font-medium">{words.kinds[key.kind]}</p>
          <KeyFacts value={key} />
          {key.status !== 'compromised' && (
            <p>
              <a className="link" href={`/keys/${key.id}`}>
                {key.status === 'active' ? words.change : words.report}
                <span className="sr-only"> ({words.kinds[key.kind]}, {key.publicKeyMultibase.slice(-6)})</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** When it signed, why it no longer does, and what everybody knows it by. */
export function KeyFacts({ value }: { value: KeptKey }) {
  const { messages, format } = useWords()
  const { keys: words } = messages
  const { status, createdAt, retiredAt, compromisedSince, publicKeyMultibase, isOutside } = value
  const from = format.moment(createdAt)
  return (
    <>
      <p>
        {retiredAt ? words.until(from, format.moment(retiredAt)) : words.since(from)}{' '}
        {(status === 'retired' || status === 'lost') && words.happened[status]}
        {compromisedSince && words.compromised(format.moment(compromisedSince))}
        {isOutside && words.outside}
      </p>
      <p className="label">
        <code className="break-all">{publicKeyMultibase}</code>
      </p>
    </>
  )
}

/** What is wrong with keys outside, and what could follow there. */
export function OutsideNote({ outside: { trouble, next } }: { outside: KeysOutside }) {
  const { keys: words } = useWords().messages
  if (trouble !== null) {
    return (
      <p className="mt-4 flex gap-2 text-clay">
        <Icon name="circle-alert" size={18} />
        <span className="break-words min-w-0">{trouble}</span>
      </p>
    )
  }
  return next && <p className="mt-4">{words.next(next.Ed25519, next.P256)}</p>
}
