type Props = {
  name: string
  label: string
  /** What it says where nothing is narrowed. */
  any: string
  choices: readonly { id: string; name: string }[]
  chosen: string | undefined
}

/** One way to narrow a list, in a form that stands in the address. */
export function FilterChoice({ name, label, any, choices, chosen }: Props) {
  return (
    <label className="field min-w-0">
      <span className="field-label">{label}</span>
      <select className="input" name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {choices.map(choice => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}
