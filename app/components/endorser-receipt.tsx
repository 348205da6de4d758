import type { ReceiptPage } from '~/domain/endorser-page.server'
import { shownName } from '~/domain/endorsement'
import { useWords } from '~/messages/messages'
import { Assurance } from './assurance'
import { LinkButton } from './button'
import { EndorserFrame, Heading, Part } from './endorser-frame'
import { OthersWait } from './endorser-others'
import type { Reader } from './header'
import { Letter } from './letter'
import { Table, Terms } from './table'

/** What was recorded, what happens next, and how to take it back. */
export function EndorserReceipt({ page, path, reader }: { page: ReceiptPage; path: string; reader: Reader | null }) {
  const { endorse: { receipt }, receiptSheet } = useWords().messages
  const { house, said } = page
  const { heading, next } = useOutcome(page)
  return (
    <EndorserFrame house={house} reader={reader}>
      <Heading above={page.title} below={<p>{next}</p>}>
        {heading}
      </Heading>
      {said ? <Confirmed page={page} said={said} /> : <OtherAnswer page={page} />}
      <div className="border-t border-line py-7">
        <Changes page={page} path={path} />
        {said && (
          <p className="mb-4">
            <a className="link" href={`${path}/receipt.pdf`} data-file>
              {receiptSheet.open}
            </a>
          </p>
        )}
        <p>{receipt.withdraw(house.contact)}</p>
        <p className="mt-4">
          {page.isSignedIn ? (
            <LinkButton to="/requests">{receipt.inbox}</LinkButton>
          ) : (
            <OthersWait others={page.others} path={`${path}/waiting`} />
          )}
        </p>
      </div>
    </EndorserFrame>
  )
}

function useOutcome({ answer, student, house, mailbox, standing, said }: ReceiptPage) {
  const { receipt } = useWords().messages.endorse
  if (said?.isTakenBack)
    return { heading: receipt.takenBack(student.firstName), next: receipt.takenBackNext }
  return {
    endorsed: {
      heading: receipt.endorsed(house.name),
      next: `${receipt.copy(mailbox)} ${receipt.next[standing](student.firstName)}`,
    },
    returned: {
      heading: receipt.returned(student.firstName),
      next: receipt.nextReturned(student.firstName),
    },
    declined: { heading: receipt.declined(student.firstName), next: receipt.nextDeclined },
  }[answer]
}

/** While nothing was issued on it. */
function Changes({ page: { may }, path }: { page: ReceiptPage; path: string }) {
  const { receipt } = useWords().messages.endorse
  if (!may.withdraw) return null
  return (
    <p className="mb-4 flex flex-wrap gap-x-6">
      {receipt.changeNote}
      {may.amend && (
        <a className="link" href={`${path}/amendment`}>
          {receipt.amend}
        </a>
      )}
      <a className="link" href={`${path}/withdrawal`}>
        {receipt.takeBack}
      </a>
    </p>
  )
}

function OtherAnswer({ page: { answer, answerNote, declineReason } }: { page: ReceiptPage }) {
  const { receipt, decline } = useWords().messages.endorse
  return (
    <Part title={answer === 'returned' ? receipt.question : receipt.reason}>
      {declineReason && <p>{decline.reasons[declineReason]}</p>}
      {answerNote && <p className="quote mt-2">{answerNote}</p>}
    </Part>
  )
}

type Said = NonNullable<ReceiptPage['said']>

function Confirmed({ page, said }: { page: ReceiptPage; said: Said }) {
  const { messages, format } = useWords()
  const { receipt } = messages.endorse
  const name = shownName(said)
  return (
    <>
      <Letter
        title={receipt.letter}
        head={receipt.letter}
        day={format.day(format.dayOf(said.endorsedAt))}
        {...(name && { signature: name })}
        role={messages.endorsement.roleAt(said.roleTitle, said.organisation)}
        assurance={<Assurance identity={said.assurance} messages={messages} institution={page.house.name} />}
      >
        {said.statement}
      </Letter>
      <div className="h-7" />
      <Part title={receipt.facts}>
        <ConfirmedFacts page={page} said={said} />
      </Part>
      <Part title={receipt.judgements}>
        <Judged said={said} student={page.student.firstName} />
      </Part>
      {said.note && (
        <Part title={receipt.private}>
          <p className="whitespace-pre-line">{said.note}</p>
        </Part>
      )}
    </>
  )
}

function ConfirmedFacts({ page: { claimed }, said }: { page: ReceiptPage; said: Said }) {
  const { messages, format } = useWords()
  const { receipt } = messages.endorse
  const period = (of: { start: string; end: string | null }) => format.period(of.start, of.end)
  const terms = [
    { name: receipt.role, value: <Corrected was={claimed.role} now={said.role} /> },
    { name: receipt.when, value: <Corrected was={period(claimed)} now={period(said)} /> },
    {
      name: receipt.time,
      value: <Corrected was={format.hours(claimed.minutes)} now={format.hours(said.minutes)} />,
    },
  ]
  return <Terms terms={terms} />
}

/** The old value struck through beside the new one. */
function Corrected({ was, now }: { was: string; now: string }) {
  const { receipt } = useWords().messages.endorse
  return was === now ? (
    now
  ) : (
    <>
      {now}
      <span className="label block">
        <s>{was}</s> {receipt.was}
      </span>
    </>
  )
}

function Judged({ said, student }: { said: Said; student: string }) {
  const { receipt } = useWords().messages.endorse
  const { judgement } = useWords().messages.status
  return (
    <Table
      caption={receipt.judgements}
      columns={[{ title: receipt.claim }, { title: receipt.claimed(student) }, { title: receipt.saw }]}
      rows={said.judgements.map(({ id, name, claimed, outcome, level, comment }) => ({
        key: id,
        cells: [
          name,
          claimed,
          <>
            {level ?? judgement[outcome]({})}
            {comment && <span className="label block">{comment}</span>}
          </>,
        ],
      }))}
    />
  )
}
