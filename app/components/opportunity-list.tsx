import type { Category } from '~/domain/activity'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { TowardsChips, type Towards } from './towards'

export type OpportunityRow = {
  id: string
  title: string
  organisation: string
  category: Category
  description: string
  unit: string
  expectedMinutesMin: number | null
  expectedMinutesMax: number | null
  competencies: readonly string[]
  /** What it would do for the reader, if they study here. */
  towards?: readonly Towards[]
}

export function OpportunityList({ rows }: { rows: readonly OpportunityRow[] }) {
  const { messages } = useWords()
  if (rows.length === 0) return null
  return (
    <ul className="rows" aria-label={messages.opportunities.label}>
      {rows.map(row => (
        <Opportunity key={row.id} row={row} />
      ))}
    </ul>
  )
}

function Opportunity({ row }: { row: OpportunityRow }) {
  const { messages, format } = useWords()
  const { opportunities: words, log, activity } = messages
  const { expectedMinutesMin: least, expectedMinutesMax: most, competencies } = row
  return (
    <li>
      <h2 className="text-base font-medium">
        <a className="quiet-link" href={`/opportunities/${row.id}`}>
          {activity.named(row.title, row.organisation)}
        </a>
      </h2>
      <p className="label">
        {log.category[row.category]} · {row.unit}
      </p>
      <p className="mt-1 line-clamp-3 max-w-[66ch]">{row.description}</p>
      <p className="label mt-1">
        {least !== null && words.hours(format.hours(least), most === null ? null : format.hours(most))}{' '}
        {competencies.length > 0 && words.shows(competencies)}
      </p>
      {row.towards && <TowardsChips towards={row.towards} />}
    </li>
  )
}

type Ways = { next: string | null; first: string | null }

export function OpportunityPager({ next, first }: Ways) {
  const { opportunities: words, common } = useWords().messages
  if (!next && !first) return null
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={common.pager.of}>
      {next && (
        <LinkButton isSmall to={next}>
          {words.next}
        </LinkButton>
      )}
      {first && (
        <LinkButton isSmall tone="quiet" to={first}>
          {words.first}
        </LinkButton>
      )}
    </nav>
  )
}
