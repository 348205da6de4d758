import { Form as PlainForm } from '@remix-run/react'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { FilterChoice } from './filter-choice'

type Choice = { id: string; name: string }
export type ReadyAsked = { unit?: string; study?: string; year?: string; q?: string }
type Props = { action: string; asked: ReadyAsked; units: readonly Choice[]; studies: readonly Choice[]; years: readonly Choice[] }

/** Stands in the address, so that it can be kept and is what “all of them” means. */
export function ReadyFilters({ action, asked, units, studies, years }: Props) {
  const { filters: words } = useMessages().awards
  return (
    <PlainForm method="get" action={action} role="search" key={JSON.stringify(asked)} className="grid items-end gap-4 sm:grid-cols-2">
      <label className="field sm:col-span-2">
        <span className="field-label">{words.name}</span>
        <input className="input" type="search" name="q" defaultValue={asked.q} maxLength={100} />
      </label>
      <FilterChoice any={words.any} name="unit" label={words.unit} choices={units} chosen={asked.unit} />
      <FilterChoice any={words.any} name="study" label={words.study} choices={studies} chosen={asked.study} />
      <FilterChoice any={words.any} name="year" label={words.year} choices={years} chosen={asked.year} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="second" icon="search">{words.apply}</SubmitButton>
        {Object.keys(asked).length > 0 && <LinkButton tone="quiet" to={action}>{words.all}</LinkButton>}
      </div>
    </PlainForm>
  )
}
