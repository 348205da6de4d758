import { getSelectProps, type FieldMetadata, type FormMetadata } from '@conform-to/react'
import type { DescriptionTyped } from '~/domain/design-forms.server'
import type { OutcomeChoice } from '~/domain/design-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HintAndError } from './field'

type Props = {
  form: FormMetadata<DescriptionTyped>
  field: FieldMetadata<DescriptionTyped['outcomes'], DescriptionTyped>
  choices: readonly OutcomeChoice[]
}

/** Each line one competency at one level; an empty line is none. */
export function OutcomeFields({ form, field, choices }: Props) {
  const { designFields: words } = useMessages()
  return (
    <fieldset className="field" id={field.id} tabIndex={-1}>
      <legend className="field-label">{words.of.outcomes.label}</legend>
      <HintAndError field={field} hint={words.of.outcomes.hint} />
      <ul className="my-3 grid gap-3">
        {field.getFieldList().map((line, at) => (
          <li key={line.key} className="field">
            <label className="sr-only" htmlFor={line.id}>
              {words.outcomeAt(at + 1)}
            </label>
            <HintAndError field={line} />
            <select {...getSelectProps(line)} className="input">
              <option value="">{words.noOutcome}</option>
              {choices.map(({ id, name, framework, levels }) => (
                <optgroup key={id} label={`${name}, ${framework}`}>
                  {levels.map(level => (
                    <option key={level.id} value={`${id} ${level.id}`}>
                      {words.atLevel(name, level.name)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton
          tone="quiet"
          isSmall
          icon="plus"
          {...form.insert.getButtonProps({ name: field.name, defaultValue: '' })}
        >
          {words.moreOutcomes}
        </SubmitButton>
      </div>
    </fieldset>
  )
}
