import type { FieldMetadata } from '@conform-to/react'
import { weekdays } from '~/domain/rhythm'
import type { TimeTyped } from '~/domain/time-form.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { Select, TextInput } from './inputs'
import { Disclosure, Sheet } from './section'

type Fields = {
  weekday: FieldMetadata<string | undefined, TimeTyped>
  each: FieldMetadata<string | undefined, TimeTyped>
}

/** The same every week: writes the lines of a term at once. */
export function RhythmFields({ fields: { weekday, each } }: { fields: Fields }) {
  const { messages, format } = useWords()
  const { when } = messages.log
  // 1 January 2024 was a Monday.
  const days = weekdays.map(value => ({ value: String(value), label: format.dayName(`2024-01-0${value}`) }))
  return (
    <Disclosure summary={when.rhythm} isOpen={Boolean(weekday.errors ?? each.errors)}>
      <Sheet className="grid gap-4 p-4">
        <p className="hint">{when.rhythmNote}</p>
        <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
          <Select field={weekday} label={when.every} options={days} />
          <TextInput field={each} label={when.for} placeholder="1 h 30" />
          <SubmitButton tone="second" name="fill" value="weekly">
            {when.fill}
          </SubmitButton>
        </div>
      </Sheet>
    </Disclosure>
  )
}
