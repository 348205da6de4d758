import { getInputProps, type FieldMetadata } from '@conform-to/react'
import type { TimeTyped } from '~/domain/time-form.server'
import { useMessages } from '~/messages/messages'
import { HintAndError } from './field'
import { Icon } from './icon'

export type Line = NonNullable<TimeTyped['timeEntries']>[number]

type Props = {
  line: FieldMetadata<Line, TimeTyped>
  place: number
  removal: { name: string; value: string; form: string; formNoValidate: boolean }
}

/** A day, how long, and what: in one row on a desk, in two on a phone. */
export function TimeLine({ line, place, removal }: Props) {
  const { when } = useMessages().log
  const { day, minutes, note } = line.getFieldset()
  return (
    <li className="time-line">
      <input
        {...getInputProps(day, { type: 'date' })}
        className="input"
        aria-label={when.on(place, when.day)}
      />
      <input
        {...getInputProps(minutes, { type: 'text' })}
        className="input"
        aria-label={when.on(place, when.duration)}
        placeholder="1 h 30"
      />
      <input
        {...getInputProps(note, { type: 'text' })}
        className="input"
        aria-label={when.on(place, when.note)}
        placeholder={when.note}
      />
      <button type="submit" className="icon-btn" aria-label={when.remove(place)} {...removal}>
        <Icon name="x" />
      </button>
      <div className="time-line-wrong">
        <HintAndError field={day} />
        <HintAndError field={minutes} />
        <HintAndError field={note} />
      </div>
    </li>
  )
}
