import { useForm } from '@conform-to/react'
import type { ToConfirm } from '~/domain/rollover.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { PlainForm } from './plain-form'
import { Status } from './status'
import type { Reply } from './unit-contacts'

type Props = { rows: readonly ToConfirm[]; action: string; reply: Reply }

/** Ticked together, kept or retired together. */
export function RolloverList({ rows, action, reply }: Props) {
  const { rollover: words } = useWords().messages.units
  const [form, { selected }] = useForm<{ selected: string[] }>({ id: 'rollover', lastResult: reply })
  return (
    <PlainForm form={form} action={action}>
      <ul className="rows" aria-label={words.label} id={selected.id}>
        {rows.map(row => (
          <Row key={row.id} row={row} name={selected.name} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="then" value="keep" icon="check">
          {words.keep}
        </SubmitButton>
        <SubmitButton name="then" value="retire" tone="danger">
          {words.retire}
        </SubmitButton>
      </div>
    </PlainForm>
  )
}

function Row({ row, name }: { row: ToConfirm; name: string }) {
  const { messages, format } = useWords()
  const { rollover: words } = messages.units
  const { id, title, validatorName, validatorUntil, deputyName, confirmedUntil, isDue } = row
  const until = confirmedUntil ? words.confirmed(format.day(confirmedUntil)) : words.never
  return (
    <li className="flex flex-wrap items-start justify-between gap-3">
      <label className="check min-w-0">
        <input type="checkbox" name={name} value={id} aria-label={words.select(title)} />
        <span>
          <span className="font-medium">{title}</span>
          <span className="label block">
            {validatorUntil
              ? words.until(validatorName, format.day(validatorUntil))
              : words.validator(validatorName)}{' '}
            {deputyName && words.then(deputyName)}
          </span>
          <Status
            icon={isDue ? 'hourglass' : 'circle-check'}
            tone={isDue ? 'amber' : 'laurel'}
            words={until}
          />
        </span>
      </label>
      <a className="link inline-block py-1" href={`/opportunities/${id}/edit`}>
        {words.change} <span className="sr-only">{words.changeOf(title)}</span>
      </a>
    </li>
  )
}
