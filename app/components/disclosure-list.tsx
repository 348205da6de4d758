import type { Disclosure } from '~/domain/disclosures.server'
import { useWords, type Words } from '~/messages/messages'

/** What was shown, to whom, and when, a line each. */
export function DisclosureList({ disclosures }: { disclosures: readonly Disclosure[] }) {
  const words = useWords()
  const { messages: { ownData }, format } = words
  return (
    <ul className="listed" aria-label={ownData.shown}>
      {disclosures.map(one => (
        <li key={`${one.kind} ${one.id}`}>
          <a href={one.activityId ? `/activities/${one.activityId}` : `/credentials/${one.credentialId}/share`}>{whatOf(one, words)}</a>
          <p className="label num">{format.moment(one.at)}</p>
          <p className="label">{whoOf(one, words)}</p>
        </li>
      ))}
    </ul>
  )
}

function whatOf({ kind, title, revision }: Disclosure, { messages: { ownData } }: Words) {
  if (kind === 'shared' || kind === 'unshared') return ownData[kind](title)
  return ownData[kind](title, revision ?? 1)
}

function whoOf({ kind, who, organisation, openedAt }: Disclosure, { messages: { ownData, activity }, format }: Words) {
  if (kind === 'unshared') return null
  if (kind === 'shared') return ownData.anybody
  const named = [who || activity.somebody, organisation].filter(Boolean).join(', ')
  if (kind === 'review') return named
  return `${named}: ${openedAt ? ownData.opened(format.on(openedAt)) : ownData.notOpened}`
}
