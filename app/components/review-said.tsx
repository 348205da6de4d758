import type { EndorsementShown, ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { Assurance } from './assurance'
import { domainOf } from '~/domain/people'
import { Status, statusOf } from './status'
import { Table } from './table'

/** What each endorser said, how sure we are of them, and their note for the university. */
export function ReviewSaid({ page }: { page: ReviewPage }) {
  const { said } = useWords().messages.review
  const { endorsements, needed } = page
  return (
    <>
      {endorsements.length === 0 && <p>{said.none}</p>}
      {endorsements.length < needed && needed > 1 && (
        <p className="label">{said.needs(endorsements.length, needed)}</p>
      )}
      <ul className="grid gap-6">
        {endorsements.map(endorsement => (
          <li key={endorsement.id}>
            <OneSaid endorsement={endorsement} institution={page.institution} />
          </li>
        ))}
      </ul>
      <HandedOver page={page} />
      <OthersAsked page={page} />
    </>
  )
}

function OneSaid({ endorsement, institution }: { endorsement: EndorsementShown; institution: string }) {
  const { messages, format } = useWords()
  const { said } = messages.review
  const { name, roleTitle, organisation, statement, note, relationship, basis, assurance, namedBy, email } =
    endorsement
  const words = messages.endorsement
  return (
    <>
      <blockquote className="quote">{statement}</blockquote>
      <p className="mt-2 font-medium">{name}</p>
      <p className="label">
        {words.roleAt(roleTitle, organisation)}, {email}
      </p>
      <div className="mt-2">
        <Assurance
          identity={assurance}
          messages={messages}
          institution={institution}
          domain={domainOf(email)}
        />
      </div>
      <p className="label mt-2">
        {words.namedBy[namedBy]} {words.relationshipOfThem[relationship]} {words.basisOfThem[basis]}{' '}
        {said.confirmed(
          endorsement.role,
          format.period(endorsement.start, endorsement.end),
          format.hours(endorsement.minutes),
        )}
      </p>
      {note && (
        <div className="aside-quote mt-3">
          <p className="font-medium">{said.private(institution)}</p>
          <p className="whitespace-pre-line">{note}</p>
        </div>
      )}
    </>
  )
}

/** Both names are kept. */
function HandedOver({ page: { requests } }: { page: ReviewPage }) {
  const { review, activity } = useWords().messages
  return requests
    .filter(({ handedOverBy }) => handedOverBy !== null)
    .map(({ id, endorserName, handedOverBy }) => (
      <p key={id} className="label mt-4">
        {review.said.handedOver(handedOverBy || activity.somebody, endorserName || activity.somebody)}
      </p>
    ))
}

function OthersAsked({ page: { requests } }: { page: ReviewPage }) {
  const words = useWords()
  const { said } = words.messages.review
  const { decline } = words.messages.endorse
  const others = requests.filter(({ answer, status }) => answer !== 'endorsed' && status !== 'redirected')
  if (others.length === 0) return null
  return (
    <div className="mt-6">
      <h4>{said.open}</h4>
      <ul className="mt-2 grid gap-2">
        {others.map(({ id, endorserName, status, statusAt, answer, declineReason, answerNote }) => (
          <li key={id}>
            <Status
              {...statusOf(
                words,
                'request',
                answer === 'declined' || answer === 'returned' ? answer : status,
                {
                  who: endorserName,
                  at: statusAt,
                  ...(declineReason && { why: decline.reasons[declineReason] }),
                },
              )}
            />
            {answerNote && <p className="aside-quote mt-1">{answerNote}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Claims beside what each endorser saw. */
export function ReviewClaims({ page: { claims, endorsements, student, levels } }: { page: ReviewPage }) {
  const { messages } = useWords()
  const { claims: words } = messages.review
  const seen = (claim: ReviewPage['claims'][number], endorsementId: string) => {
    const judged = claim.judgements.find(judgement => judgement.endorsementId === endorsementId)
    if (!judged) return ''
    const answer =
      levels[judged.levelId ?? ''] ??
      messages.endorsement.outcome[judged.outcome === 'notYet' ? 'notYet' : 'notObserved']
    return (
      <>
        <span className="font-medium">{answer}</span>
        {judged.comment && <span className="label block">{judged.comment}</span>}
      </>
    )
  }
  return (
    <Table
      caption={words.title}
      isSmall
      columns={[
        { title: words.claim },
        { title: words.claimed(student.firstName) },
        ...endorsements.map(({ name }) => ({ title: words.seen(name) })),
      ]}
      rows={claims.map(claim => ({
        key: claim.id,
        cells: [
          <>
            <span className="font-medium">{claim.name}</span>
            <span className="label block">{claim.narrative}</span>
          </>,
          claim.claimed,
          ...endorsements.map(({ id }) => seen(claim, id)),
        ],
      }))}
    />
  )
}
