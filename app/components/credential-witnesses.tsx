import type { Sheet, SheetActivity, SheetEndorser } from '~/domain/credential'
import { useWords, type Words } from '~/messages/messages'
import { Assurance } from './assurance'
import { Section } from './section'

type Props = { sheet: Pick<Sheet, 'activities' | 'endorsers' | 'issuer'> }

/** The people who saw it, in their words and as they and the holder chose to show them. */
export function CredentialWitnesses({ sheet: { activities, endorsers, issuer } }: Props) {
  const words = useWords()
  const { credential } = words.messages
  if (endorsers.length === 0) return null
  return (
    <Section title={credential.sawIt} note={credential.sawItNote}>
      <ul className="rows">
        {endorsers.map((endorser, at) => (
          <li key={at} className="grid gap-x-10 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)]">
            <Witness endorser={endorser} activity={activities[endorser.activity]} words={words} />
            <Assurance identity={endorser.assurance} messages={words.messages} institution={issuer.name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type WitnessProps = { endorser: SheetEndorser; activity: SheetActivity | undefined; words: Words }

function Witness({ endorser, activity, words: { messages, format } }: WitnessProps) {
  const { credential, endorsement } = messages
  const { name, roleTitle, organisation, statement, publicId, relationship, basis, endorsedOn } = endorser
  const standing = [roleTitle, organisation].filter(Boolean).join(', ')
  const isSaid = relationship === 'supervisor' && basis === 'supervisedIt'
  return (
    <div className="min-w-0">
      {statement && <p className="quote max-w-[52ch]">{credential.quoted(statement)}</p>}
      <p className={statement ? 'mt-3 font-medium' : 'font-medium'}>
        {name ?? (standing || credential.unnamed)}
      </p>
      {name && standing && <p className="label">{standing}</p>}
      <p className="label mt-1">
        {endorsement.relationshipOfThem[relationship]} {!isSaid && endorsement.basisOfThem[basis]}
      </p>
      <p className="label flex flex-wrap gap-x-4">
        {activity && credential.aboutWork(activity.title, format.shortDay(endorsedOn))}
        {publicId && (
          <a className="quiet-link" href={`/endorsements/${publicId}`}>
            {credential.record}
          </a>
        )}
      </p>
    </div>
  )
}
