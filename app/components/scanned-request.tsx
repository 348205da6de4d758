import type { SubmissionResult } from '@conform-to/react'
import type { AskedPage } from '~/domain/endorser-page.server'
import { useWords } from '~/messages/messages'
import { SendCode } from './endorser-code'
import { EndorserFrame, Heading, Part } from './endorser-frame'
import { Terms } from './table'

type Props = {
  /** Null once it is closed. */
  asked: AskedPage | null
  house: AskedPage['house']
  path: string
  reply: SubmissionResult<string[]> | null
}

/** On the endorser's phone after they scanned the student's: as little as their link shows, and the same code. */
export function ScannedRequest({ asked, house, path, reply }: Props) {
  const { messages, format } = useWords()
  const { before } = messages.endorse
  if (!asked) {
    return (
      <EndorserFrame house={house}>
        <Heading>{messages.written.show.over}</Heading>
      </EndorserFrame>
    )
  }
  const { endorserName, student, title, start, end, mailbox, namedBy } = asked
  const terms = [
    { name: before.what, value: title },
    { name: before.when, value: format.period(start, end) },
  ]
  return (
    <EndorserFrame house={house}>
      <Heading above={before.above(endorserName)}>{before.heading(student)}</Heading>
      <div className="pb-5 [&_dl>:last-child]:border-b-0">
        <Terms terms={terms} />
      </div>
      <Part title={before.next}>
        <ol className="grid list-decimal gap-2 ps-5">
          {before.steps(mailbox).map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="mt-6">
          <SendCode path={path} reply={reply} />
        </div>
      </Part>
      <Part title={before.why}>
        <p>{before.namedBy[namedBy](student, house.name)}</p>
        <p className="mt-3">{before.genuine(house.name, house.office, house.contact)}</p>
      </Part>
      <Part title={before.keep}>
        <p>{before.kept(house.contact)}</p>
      </Part>
    </EndorserFrame>
  )
}
