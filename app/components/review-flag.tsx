import type { ReviewPage } from '~/domain/review-page.server'
import type { Flag } from '~/domain/risk'
import { useMessages } from '~/messages/messages'
import { Note } from './section'

type Props = { flag: Flag; page: ReviewPage }

/** What was noticed, the facts behind it, and that it decides nothing. */
export function ReviewFlag({ flag, page }: Props) {
  const { flag: words } = useMessages().review
  const facts = useFacts(flag, page)
  return (
    <Note tone="amber">
      <h3>{words.long[flag.kind]}</h3>
      {facts.length > 0 && (
        <dl className="my-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
          {facts.map(([name, value]) => (
            <div key={name + value} className="contents">
              <dt>{name}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-sm">
        {words.verdict} {words.more[flag.kind]}
      </p>
    </Note>
  )
}

function useFacts({ kind, facts }: Flag, page: ReviewPage): (readonly [string, string])[] {
  const { review, endorse, activity } = useMessages()
  const { flag: words } = review
  switch (kind) {
    case 'freeMail': {
      const from = page.endorsements
        .filter(({ assurance }) => assurance === 'email')
        .map(({ email }) => [words.from, email] as const)
      return [...from, [words.known, facts.known ?? '']]
    }
    case 'sharedFile':
      return [[words.others, String(facts.others ?? '')]]
    case 'ownDevice':
      return [[words.where, facts.isSameBrowser ? words.browser : words.network]]
    case 'eachOther':
      return [[words.returned, String(facts.returned ?? '')]]
    case 'overfullDay':
    case 'overlap':
      return [[words.days, String(facts.days ?? '')]]
    case 'hasty':
      return [[words.took, words.seconds(facts.seconds ?? 0)]]
    case 'takenBack':
      return page.requests.flatMap(({ endorserName, answer, answerNote }) =>
        answer === 'endorsed' && answerNote ? [[endorserName || activity.somebody, answerNote] as const] : [],
      )
    case 'handedOver':
      return page.requests.flatMap(({ endorserName, handedOverBy }) =>
        handedOverBy === null ? [] : [[handedOverBy || activity.somebody, endorserName] as const],
      )
    case 'earlierDecline':
    case 'didNotHappen':
      return page.requests.flatMap(({ endorserName, declineReason, answerNote }) => {
        if (!declineReason || (kind === 'didNotHappen') !== (declineReason === 'didNotHappen')) return []
        const who = endorserName || activity.somebody
        return [[who, answerNote || endorse.decline.reasons[declineReason]] as const]
      })
  }
}
