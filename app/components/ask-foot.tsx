import type { FieldMetadata } from '@conform-to/react'
import type { AskTyped } from '~/domain/activity-forms.server'
import type { LogStep } from '~/domain/log-step'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { Checkbox } from './choices'
import { LogFoot } from './log-frame'
import { Note } from './section'

type Props = {
  activityId: string
  /** Steps that have to be finished first. */
  lacking: readonly LogStep[]
  declaration: FieldMetadata<boolean | undefined, AskTyped>
  /** The people as typed so far: anything may stand in it. */
  names: unknown
}

/** The last word before somebody is asked: what is still missing, the declaration, and who gets a mail. */
export function AskFoot({ activityId, lacking, declaration, names }: Props) {
  const {
    messages: { log },
    format,
  } = useWords()
  const named = Array.isArray(names) ? names.flatMap(nameOf) : []
  return (
    <>
      {lacking.length > 0 && <Lacking activityId={activityId} steps={lacking} />}
      <Checkbox field={declaration}>{log.who.declaration}</Checkbox>
      <LogFoot>
        <SubmitButton icon="send" name="then" value="ask">
          {log.who.ask(format.list(named))}
        </SubmitButton>
        <SubmitButton tone="second" name="then" value="save">
          {log.who.save}
        </SubmitButton>
        <LinkButton tone="quiet" to={`/activities/${activityId}/evidence`}>
          {log.back}
        </LinkButton>
      </LogFoot>
    </>
  )
}

function Lacking({ activityId, steps }: { activityId: string; steps: readonly LogStep[] }) {
  const { who } = useWords().messages.log
  return (
    <Note tone="amber">
      <p>{who.lacking}</p>
      <ul>
        {steps.map(step => (
          <li key={step}>
            <a className="link inline-block py-0.5" href={`/activities/${activityId}/${step}`}>
              {who.lack[step]}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function nameOf(person: unknown): string[] {
  const isNamed =
    typeof person === 'object' && person !== null && 'name' in person && typeof person.name === 'string'
  return isNamed && person.name !== '' ? [String(person.name)] : []
}
