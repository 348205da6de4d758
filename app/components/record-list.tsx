import { Form as PlainForm } from '@remix-run/react'
import { submittedStates } from '~/domain/activity'
import type { ListedRecord } from '~/domain/record-list.server'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { FilterChoice } from './filter-choice'
import { Icon } from './icon'
import { statusOf } from './status'

type Shown = Omit<ListedRecord, 'statusAt'> & { statusAt: Date | string }

/** Fifty of these are drawn at once, so each is a handful of plain elements. */
export function RecordList({ rows }: { rows: readonly Shown[] }) {
  const words = useWords()
  const { activity, records } = words.messages
  return (
    <ul className="listed" aria-label={records.label}>
      {rows.map(row => {
        const look = statusOf(words, 'activity', row.status, { at: row.statusAt })
        return (
          <li key={row.id}>
            <a href={`/review/${row.id}`}>{activity.named(row.title, row.organisation)}</a>
            <p className="label">
              {row.student}, {row.unit}
            </p>
            <p className={`status tint-${look.tone}`}>
              <Icon name={look.icon} />
              <span>{look.words}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

export type RecordsAsked = { search: string; unit: string; status: string }

type Props = { asked: RecordsAsked; units: readonly { id: string; name: string }[] }

export function RecordSearch({ asked, units }: Props) {
  const { records } = useWords().messages
  const isFiltered = Object.values(asked).some(Boolean)
  const states = submittedStates.map(id => ({ id, name: records.states[id] }))
  return (
    <PlainForm
      method="get"
      action="/records"
      role="search"
      key={JSON.stringify(asked)}
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <label className="field min-w-0">
        <span className="field-label">{records.search}</span>
        <input className="input" type="search" name="q" defaultValue={asked.search} maxLength={100} />
      </label>
      <FilterChoice name="unit" label={records.unit} any={records.any} choices={units} chosen={asked.unit} />
      <FilterChoice name="state" label={records.state} any={records.any} choices={states} chosen={asked.status} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="second" icon="search">
          {records.find}
        </SubmitButton>
        {isFiltered && (
          <LinkButton tone="quiet" to="/records">
            {records.all}
          </LinkButton>
        )}
      </div>
    </PlainForm>
  )
}
