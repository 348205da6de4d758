import { exportKinds } from '~/domain/exports'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { FilterChoice } from './filter-choice'

type Props = { units: readonly { id: string; name: string }[] }

const formats = ['csv', 'xlsx', 'json'] as const

/** Its answer is a file, so the page stays where it is. */
export function ExportForm({ units }: Props) {
  const { exports: words } = useMessages()
  return (
    <form method="post" action="/exports/file" className="form">
      <Radios name="kind" legend={words.kind} choices={exportKinds.map(value => ({ value, label: words.kinds[value] }))} />
      <label className="field">
        <span className="field-label">{words.search}</span>
        <input className="input" type="search" name="search" maxLength={100} />
      </label>
      <FilterChoice name="unit" label={words.unit} any={words.any} choices={units} chosen={undefined} />
      <Radios name="format" legend={words.format} choices={formats.map(value => ({ value, label: words.formats[value] }))} />
      <p className="label">{words.note}</p>
      <SubmitButton icon="download">{words.take}</SubmitButton>
    </form>
  )
}

type RadioProps = { name: string; legend: string; choices: readonly { value: string; label: string }[] }

function Radios({ name, legend, choices }: RadioProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{legend}</legend>
      <div className="choices">
        {choices.map(({ value, label }, at) => (
          <label key={value} className="choice">
            <input type="radio" name={name} value={value} defaultChecked={at === 0} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
