import { categories } from '~/domain/activity'
import { useMessages } from '~/messages/messages'
import { Checkbox, ChoiceGroup } from './choices'
import type { PartFieldsOf } from './design-part'
import { DateInput } from './inputs'
import { Disclosure } from './section'

/** Which work a line looks at; all of it when nothing is said. */
export function CountingFields({ fields, isOpen }: { fields: PartFieldsOf; isOpen: boolean }) {
  const { designBuilder, log } = useMessages()
  const { fields: words } = designBuilder
  return (
    <Disclosure summary={words.only} isOpen={isOpen || !fields.from.valid || !fields.until.valid}>
      <div className="grid gap-6">
        <ChoiceGroup
          field={fields.categories}
          type="checkbox"
          label={words.categories}
          isOptional
          choices={categories.map(value => ({ value, label: log.category[value] }))}
        />
        <div className="flex flex-wrap gap-5">
          <DateInput field={fields.from} label={words.from} isOptional />
          <DateInput field={fields.until} label={words.until} isOptional />
        </div>
        <fieldset className="grid gap-3">
          <legend className="field-label mb-2">{words.leaveOut}</legend>
          <Checkbox field={fields.excludePaid}>{words.excludePaid}</Checkbox>
          <Checkbox field={fields.excludeCreditBearing}>{words.excludeCreditBearing}</Checkbox>
          <Checkbox field={fields.excludeMandatory}>{words.excludeMandatory}</Checkbox>
        </fieldset>
      </div>
    </Disclosure>
  )
}
