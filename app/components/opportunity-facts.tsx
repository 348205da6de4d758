import type { Category } from '~/domain/activity'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { Section } from './section'
import { Terms } from './table'

type Shown = {
  id: string
  description: string
  category: Category
  unit: string
  expectedMinutesMin: number | null
  expectedMinutesMax: number | null
  confirmedBy: string | null
  endorsementsNeeded: number
  allowsPeers: boolean
  may: { proposeAgain: boolean }
}

/** What it asks, as students read it: who confirms it by name, never by address. */
export function OpportunityFacts({ opportunity }: { opportunity: Shown }) {
  const { messages, format } = useWords()
  const { opportunities, log } = messages
  const { one } = opportunities
  const { expectedMinutesMin: least, expectedMinutesMax: most, endorsementsNeeded, allowsPeers } = opportunity
  const usual =
    least === null ? one.unknown : one.usual(format.hours(least), most === null ? null : format.hours(most))
  const needed = [one.needed(endorsementsNeeded), allowsPeers && one.peers].filter(Boolean).join('. ')
  return (
    <Section title={opportunities.write.description}>
      <p className="prose mb-6 whitespace-pre-line">{opportunity.description}</p>
      <Terms
        terms={[
          { name: one.category, value: log.category[opportunity.category] },
          { name: one.unit, value: opportunity.unit },
          { name: one.hours, value: usual },
          { name: one.confirmedBy, value: opportunity.confirmedBy ?? one.nobody },
          { name: one.confirmations, value: needed },
        ]}
      />
      {opportunity.may.proposeAgain && (
        <div className="mt-6">
          <LinkButton to={`/opportunities/${opportunity.id}/edit`}>{one.proposeAgain}</LinkButton>
        </div>
      )}
    </Section>
  )
}
