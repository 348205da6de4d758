import { useMessages } from '~/messages/messages'
import { Disclosure } from './section'
import { SplitFrame } from './split-frame'

type Props = { usedName: string; to: string; fields: [name: string, value: string][] }

/** Signed in again: what was being sent when the session had ended goes out by a press of the button. */
export function KeptPage({ usedName, to, fields }: Props) {
  const { kept } = useMessages().signIn
  return (
    <SplitFrame>
      <h1>{kept.title}</h1>
      <p className="mt-2 mb-7">{kept.asWhom(usedName)}</p>
      <form method="post" action={to}>
        {fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <button className="btn btn-primary btn-wide">{kept.submit}</button>
      </form>
      <p className="mt-4">
        <a className="link inline-block py-1" href={to}>
          {kept.leave}
        </a>
      </p>
      <div className="mt-8">
        <Disclosure summary={kept.show}>
          <ul className="grid gap-2 text-sm">
            {fields
              .filter(([, value]) => value.includes(' '))
              .map(([, value], at) => (
                <li key={at} className="whitespace-pre-line">
                  {value}
                </li>
              ))}
          </ul>
        </Disclosure>
      </div>
    </SplitFrame>
  )
}
