import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { TowardsChips, type Towards } from './towards'

export type Entry = {
  id: string
  title: string
  organisation: string
  description: string
  validatorName: string
  expectedMinutesMin: number | null
  expectedMinutesMax: number | null
  towards: readonly Towards[]
}

/** Something the catalogue offers: choosing it is the whole first step. */
export function CatalogueEntry({ entry }: { entry: Entry }) {
  const { messages, format } = useWords()
  const { what } = messages.log
  const { title, organisation, expectedMinutesMin: least, expectedMinutesMax: most } = entry
  const usual =
    least &&
    (most ? what.usual(format.hours(least), format.hours(most)) : what.usualFrom(format.hours(least)))
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h3>
          <a className="quiet-link" href={`/opportunities/${entry.id}`}>
            {messages.activity.named(title, organisation)}
          </a>
        </h3>
        <p className="max-w-[62ch]">{entry.description}</p>
        <p className="label mt-1">
          {what.validator(entry.validatorName)} {usual}
        </p>
        <TowardsChips towards={entry.towards} />
      </div>
      <SubmitButton tone="second" isSmall name="choose" value={entry.id}>
        {what.choose} <span className="sr-only">{messages.activity.named(title, organisation)}</span>
      </SubmitButton>
    </li>
  )
}
