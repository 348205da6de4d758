import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form as PlainForm } from '@remix-run/react'
import { entryText, type BroughtTimes } from '~/domain/time-import'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { Form } from './form'
import { FileInput, HiddenFields, TextInput } from './inputs'
import { LogFoot } from './log-frame'

type Props = { activityId: string; revision: number }
type Typed = { file: File; containing: string }

/** Days from a calendar or a table; without script as well. */
export function BringDays({
  activityId, revision, brought, reply,
}: Props & { brought: BroughtTimes | null; reply: SubmissionResult<string[]> | null }) {
  const { messages: { log } } = useWords()
  const [form, fields] = useForm<Typed>({ id: 'bring', lastResult: reply })
  return (
    <Form form={form} isUpload className="form log-form">
      <HiddenFields values={{ revision }} />
      {brought && <p role="status">{log.days.none(brought.outside, brought.untimed)}</p>}
      <FileInput field={fields.file} label={log.days.file} hint={log.days.fileHint} accept=".ics,.csv,.tsv,.txt,text/calendar,text/csv" />
      <TextInput field={fields.containing} label={log.days.containing} hint={log.days.containingHint} />
      <LogFoot>
        <SubmitButton>{log.days.read}</SubmitButton>
        <LinkButton to={`/activities/${activityId}/when`}>{log.back}</LinkButton>
      </LogFoot>
    </Form>
  )
}

/** What was found, each with a tick to take away. */
export function BroughtDays({ activityId, revision, brought }: Props & { brought: BroughtTimes }) {
  const { messages: { log }, format } = useWords()
  const { entries, outside, untimed } = brought
  return (
    <PlainForm method="post" className="form log-form">
      <HiddenFields values={{ revision }} />
      <fieldset>
        <legend className="font-medium">{log.days.found(entries.length)}</legend>
        <p className="hint">{log.days.left(outside, untimed)}</p>
        <ul className="rows mt-4">
          {entries.map((entry, at) => (
            <li key={at}>
              <label className="choice">
                <input type="checkbox" name="entries" value={entryText(entry)} defaultChecked />
                <span>
                  <span className="num">{format.day(entry.day)}, {format.hours(entry.minutes)}</span>
                  {entry.note && <span className="label block">{entry.note}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <LogFoot>
        <SubmitButton>{log.days.add}</SubmitButton>
        <LinkButton to={`/activities/${activityId}/days`}>{log.back}</LinkButton>
      </LogFoot>
    </PlainForm>
  )
}
