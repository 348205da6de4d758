import { useWords } from '~/messages/messages'
import { Section } from './section'

type Endorsed = {
  publicId: string
  organisation: string
  name: string
  endorsementComment: string
  answeredAt: Date | null
}

/** Organisations outside that stand behind a programme, each with its signed text. */
export function PartnerEndorsements({ endorsed }: { endorsed: readonly Endorsed[] }) {
  const { messages: { partners }, format } = useWords()
  if (endorsed.length === 0) return null
  return (
    <Section title={partners.endorsements} note={partners.endorsementsNote}>
      <ul className="rows">
        {endorsed.map(({ publicId, organisation, name, endorsementComment, answeredAt }) => (
          <li key={publicId}>
            <p className="quote max-w-[60ch]">{endorsementComment}</p>
            <p className="label mt-1">{[name, organisation, answeredAt && format.on(answeredAt)].filter(Boolean).join(', ')}</p>
            <a className="link" href={`/partner-endorsements/${publicId}`}>
              {partners.document}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
