import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { TimeTyped } from '~/domain/time-form.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { Checkbox, FieldGroup } from './choices'
import { HintAndError } from './field'
import { DateInput } from './inputs'
import { RhythmFields } from './rhythm-fields'
import { Disclosure } from './section'
import { TimeLine, type Line } from './time-line'
import { TimeSum } from './time-sum'

type Fields = Required<{ [Name in keyof TimeTyped]: FieldMetadata<TimeTyped[Name], TimeTyped> }>

export function DateFields({ fields }: { fields: Fields }) {
  const { when } = useWords().messages.log
  return (
    <FieldGroup title={when.dates}>
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <DateInput field={fields.activityStartDate} label={when.first} />
        <DateInput field={fields.activityEndDate} label={when.last} />
      </div>
      <Checkbox field={fields.isOngoing}>{when.ongoing}</Checkbox>
    </FieldGroup>
  )
}

const SHOWN = 8

type Props = { form: FormMetadata<TimeTyped>; fields: Fields; usual: readonly [number, number] }

/** A line a day. Adding and removing go by the server, so they work without script too. */
export function TimeFields({ form, fields, usual }: Props) {
  const { when } = useWords().messages.log
  const lines = fields.timeEntries.getFieldList()
  const rest = lines.slice(SHOWN)
  const line = (of: FieldMetadata<Line, TimeTyped>, at: number) => (
    <TimeLine
      key={of.key}
      line={of}
      place={at + 1}
      removal={form.remove.getButtonProps({ name: fields.timeEntries.name, index: at })}
    />
  )
  return (
    <FieldGroup title={when.time} note={when.timeNote}>
      <RhythmFields fields={fields} />
      <div>
        <HintAndError field={fields.timeEntries} hint={when.howToWrite} />
        <ul className="mt-3">{lines.slice(0, SHOWN).map(line)}</ul>
        {rest.length > 0 && (
          <Disclosure summary={when.earlier(rest.length)} isOpen={rest.some(of => !of.valid)}>
            <ul>{rest.map((of, at) => line(of, at + SHOWN))}</ul>
          </Disclosure>
        )}
        <SubmitButton
          tone="quiet"
          isSmall
          icon="plus"
          {...form.insert.getButtonProps({ name: fields.timeEntries.name, index: 0 })}
        >
          {when.add}
        </SubmitButton>
      </div>
      <TimeSum lines={fields.timeEntries.value} usual={usual} />
    </FieldGroup>
  )
}
