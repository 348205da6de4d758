import { useForm, type SubmissionResult } from '@conform-to/react'
import type { RoleTyped } from '~/domain/membership.server'
import type { PersonPage } from '~/domain/person-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { RoleFields, type Unit } from './role-fields'
import { Section } from './section'

export type Reply = SubmissionResult<string[]> | null
type Props = { person: PersonPage; units: readonly Unit[]; reply: Reply }

/** What somebody may do and where; whoever decides on people, other than themselves, can change it. */
export function PersonRoles({ person, units, reply }: Props) {
  const { roles: words } = useMessages().peopleDesk
  const mayChange = person.mayDecide && !person.isSelf
  return (
    <Section title={words.title} note={mayChange && words.note}>
      {mayChange ? <Endable person={person} reply={replyTo('end', reply)} /> : <HeldRoles person={person} />}
      {mayChange && <GrantForm personId={person.id} units={units} reply={replyTo('grant', reply)} />}
      {person.mayDecide && person.isSelf && <p className="mt-4 text-ink-soft">{words.own}</p>}
    </Section>
  )
}

/** The page has several forms; what came back belongs to the one that was sent. */
export function replyTo(act: string, reply: Reply): Reply {
  return reply?.initialValue?.['act'] === act ? reply : null
}

function Endable({ person, reply }: { person: PersonPage; reply: Reply }) {
  const [form] = useForm<Record<string, string>>({ id: 'end', lastResult: reply })
  return (
    <PlainForm form={form} action={`/people/${person.id}`}>
      <HiddenFields values={{ act: 'end' }} />
      <HeldRoles person={person} mayEnd />
    </PlainForm>
  )
}

function HeldRoles({ person, mayEnd }: { person: PersonPage; mayEnd?: boolean }) {
  const { roles: words, held } = useMessages().peopleDesk
  if (person.roles.length === 0) return <p>{words.none}</p>
  return (
    <ul className="rows">
      {person.roles.map(({ id, role, unit }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
          <span className="min-w-0">{held(role, unit)}</span>
          {mayEnd && (
            <button
              className="btn btn-second btn-small"
              name="end"
              value={id}
              aria-label={words.endOf(held(role, unit))}
            >
              {words.end}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

type GrantProps = { personId: string; units: readonly Unit[]; reply: Reply }

function GrantForm({ personId, units, reply }: GrantProps) {
  const { roles: words } = useMessages().peopleDesk
  const [form, fields] = useForm<RoleTyped>({ id: 'grant', lastResult: reply })
  return (
    <div className="mt-8">
      <h3 className="mb-4">{words.give}</h3>
      <PlainForm form={form} action={`/people/${personId}`}>
        <HiddenFields values={{ act: 'grant' }} />
        <RoleFields role={fields.role} unitId={fields.unitId} units={units} />
        <SubmitButton tone="second">{words.submit}</SubmitButton>
      </PlainForm>
    </div>
  )
}
