import { Form as PlainForm } from '@remix-run/react'
import { categories } from '~/domain/activity'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { FilterChoice } from './filter-choice'

export type Choice = { id: string; name: string }

export type Asked = { search: string; unit: string; category: string; competency: string }

type Props = { asked: Asked; units: readonly Choice[]; competencies: readonly Choice[] }

/** Stands in the address, so that a search can be kept and sent to somebody. */
export function OpportunityFilters({ asked, units, competencies }: Props) {
  const { opportunities, log } = useMessages()
  const { filters: words } = opportunities
  const kinds = categories.map(id => ({ id, name: log.category[id] }))
  return (
    <PlainForm
      method="get"
      action="/opportunities"
      role="search"
      key={JSON.stringify(asked)}
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <label className="field sm:col-span-2 lg:col-span-4">
        <span className="field-label">{words.search}</span>
        <input className="input" type="search" name="q" defaultValue={asked.search} maxLength={100} />
      </label>
      <FilterChoice any={words.any} name="unit" label={words.unit} choices={units} chosen={asked.unit} />
      <FilterChoice any={words.any} name="kind" label={words.category} choices={kinds} chosen={asked.category} />
      <FilterChoice any={words.any} name="shows" label={words.competency} choices={competencies} chosen={asked.competency} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="second" icon="search">
          {words.apply}
        </SubmitButton>
        {Object.values(asked).some(Boolean) && (
          <LinkButton tone="quiet" to="/opportunities">
            {words.all}
          </LinkButton>
        )}
      </div>
    </PlainForm>
  )
}
