import { useMessages, type Messages } from '~/messages/messages'
import { StrangerFrame } from './stranger-frame'

/** What stands where a page should be. One text for what is missing and for what is not yours (rule 11). */
export function Problem({ status }: { status: number }) {
  const messages = useMessages()
  const { title, words } = problemIn(messages, status)
  return (
    <StrangerFrame institution="" width="narrow">
      <div className="title">
        <p className="label mb-2">{status}</p>
        <h1>{title}</h1>
        <p className="mt-3 max-w-[60ch]">{words}</p>
        <p className="mt-6">
          <a className="btn btn-second" href="/">{messages.common.problem.home}</a>
        </p>
      </div>
    </StrangerFrame>
  )
}

export function problemIn({ common: { problem } }: Messages, status: number) {
  return status === 404 ? problem.notFound : status === 429 ? problem.tooMany : problem.broken
}
