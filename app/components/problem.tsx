import { useMessages, type Messages } from '~/messages/messages'
import { LinkButton } from './button'
import { StrangerFrame } from './stranger-frame'

/** Null where an address is not even one of ours, so that nothing was read for it. */
export type House = { institution: string; contact: string } | null

type Props = { status: number; path: string; house: House }

/** What stands where a page should be. One text for what is missing and for what is not yours (rule 11). */
export function Problem({ status, path, house }: Props) {
  const messages = useMessages()
  const { title, words } = problemIn(messages, status, path)
  return (
    <StrangerFrame institution={house?.institution ?? ''} width="narrow">
      <div className="title">
        <p className="label mb-2">{status}</p>
        <h1>{title}</h1>
        <p className="mt-3 max-w-[60ch]">{words}</p>
        <p className="mt-6">
          <WayOn status={status} path={path} house={house} />
        </p>
        {house && (
          <p className="mt-8">
            {messages.common.problem.contact(house.institution)}{' '}
            <a className="link" href={`mailto:${house.contact}`}>
              {house.contact}
            </a>
          </p>
        )}
      </div>
    </StrangerFrame>
  )
}

/** Strangers have no start page: they can ask again, or check what they hold. */
function WayOn({ status, path, house }: Props) {
  const { problem } = useMessages().common
  const reader = status === 404 ? readerOf(path) : 'notFound'
  if (reader === 'shown') return <LinkButton to="/verify">{problem.verify}</LinkButton>
  if (reader === 'asked' && house) {
    const subject = encodeURIComponent(problem.askAgainSubject)
    return <LinkButton to={`mailto:${house.contact}?subject=${subject}`}>{problem.askAgain}</LinkButton>
  }
  return <LinkButton to="/">{problem.home}</LinkButton>
}

export function problemIn({ common: { problem } }: Messages, status: number, path: string) {
  return status === 404 ? problem[readerOf(path)] : status === 429 ? problem.tooMany : problem.broken
}

/** By the first word of the address alone, which tells nothing of what is behind it. */
const readers: Record<string, 'asked' | 'shown'> = {
  e: 'asked',
  credentials: 'shown',
  endorsements: 'shown',
  achievements: 'shown',
  issuers: 'shown',
  status: 'shown',
}

const readerOf = (path: string) => readers[path.split('/')[1] ?? ''] ?? 'notFound'
