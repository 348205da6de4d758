import { useForm, type SubmissionResult } from '@conform-to/react'
import type { QuietHours } from '~/domain/quiet-hours'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, Select } from './inputs'
import { PlainForm } from './plain-form'

type Fields = { from: string; until: string }
type Props = { quiet: QuietHours; reply: SubmissionResult<string[]> | null }

const halfHours = Array.from({ length: 48 }, (_, at) => at * 30)

/** Two moments of the day, or none. */
export function QuietForm({ quiet, reply }: Props) {
  const { quietEditor: words } = useMessages()
  const [from, until] = [textOf(quiet.quietFrom), textOf(quiet.quietUntil)]
  const [form, fields] = useForm<Fields>({ id: 'quiet', lastResult: reply, defaultValue: { from, until } })
  const hours = [
    ...new Set([...halfHours, ...[quiet.quietFrom, quiet.quietUntil].filter(each => each !== null)]),
  ]
  const options = [
    { value: '', label: words.none },
    ...hours.sort((a, b) => a - b).map(minutes => ({ value: String(minutes), label: words.clock(minutes) })),
  ]
  return (
    <PlainForm form={form} action="/mail/quiet-hours">
      <HiddenFields values={{ shownFrom: from, shownUntil: until }} />
      <Select field={fields.from} label={words.from} options={options} hasBlank={false} />
      <Select
        field={fields.until}
        label={words.until}
        hint={words.untilHint}
        options={options}
        hasBlank={false}
      />
      <SubmitButton>{words.save}</SubmitButton>
    </PlainForm>
  )
}

const textOf = (minutes: number | null) => (minutes === null ? '' : String(minutes))
