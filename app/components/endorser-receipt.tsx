import type { ReceiptPage } from '~/domain/endorser-page.server'
import { shownName } from '~/domain/endorsement'
import { useWords } from '~/messages/messages'
import { Assurance } from './assurance'
import { LinkButton } from './button'
import { EndorserFrame, Heading, Part } from './endorser-frame'
import type { Reader } from './header'
import { Letter } from './letter'
import { Table, Terms } from './table'

/** What was recorded, what happens next, and how to take it back. */
export function EndorserReceipt({ page, reader }: { page: ReceiptPage; reader: Reader | null }) {
  const { receipt } = useWords().messages.endorse
  const { answer, student, house, mailbox, said } = page
  const heading = {
    endorsed: receipt.endorsed(house.name),
    returned: receipt.returned(student.firstName),
    declined: receipt.declined(student.firstName),
  }[answer]
  const next = {
    endorsed: `${receipt.copy(mailbox)} ${receipt.next[page.standing](student.firstName)}`,
    returned: receipt.nextReturned(student.firstName),
    declined: receipt.nextDeclined,
  }[answer]
  return (
    <EndorserFrame house={house} reader={reader}>
      <Heading above={page.title} below={<p>{next}</p>}>
        {heading}
      </Heading>
      {said ? <Confirmed page={page} said={said} /> : <OtherAnswer page={page} />}
      <div className="border-t border-line py-7">
        <p>{receipt.withdraw(house.contact)}</p>
        {page.isStaff && (
          <p className="mt-4">
            <LinkButton to="/requests">{receipt.inbox}</LinkButton>
          </p>
        )}
      </div>
    </EndorserFrame>
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
