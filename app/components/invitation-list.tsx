import { useForm, type SubmissionResult } from '@conform-to/react'
import type { OpenInvitation } from '~/domain/people-page.server'
import { useWords } from '~/messages/messages'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import type { Unit } from './role-fields'
import { Status } from './status'

type Props = {
  invitations: readonly OpenInvitation[]
  units: readonly Unit[]
  reply: SubmissionResult<string[]> | null
}

/** Who has not answered yet; each can be asked again or no longer. */
export function InvitationList({ invitations, units, reply }: Props) {
  const { none } = useWords().messages.peopleDesk.invitations
  const [form] = useForm<Record<string, string>>({ id: 'invitations', lastResult: reply })
  if (invitations.length === 0 && !reply) return <p>{none}</p>
  return (
    <PlainForm form={form} action="/people?index">
      <HiddenFields values={{ act: 'invitations' }} />
      <ul className="rows">
        {invitations.map(invitation => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            unit={units.find(({ id }) => id === invitation.unitId)?.name ?? null}
          />
        ))}
      </ul>
    </PlainForm>
  )
}

function InvitationRow({ invitation, unit }: { invitation: OpenInvitation; unit: string | null }) {
  const { messages, format } = useWords()
  const { invitations: words, held } = messages.peopleDesk
  const { id, officialName, address, role, until } = invitation
  return (
    <li className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{officialName}</p>
        <p className="label">{address}</p>
        <p>{held(role, unit)}</p>
        <Status icon="hourglass" tone="amber" words={words.open(format.day(format.dayOf(until)))} />
      </div>
      <div className="flex flex-wrap gap-2">
        <button
          className="btn btn-second btn-small"
          name="resend"
          value={`${id}:${until.getTime()}`}
          aria-label={words.resendTo(officialName)}
        >
          {words.resend}
        </button>
        <button
          className="btn btn-quiet btn-small"
          name="withdraw"
          value={id}
          aria-label={words.withdrawOf(officialName)}
        >
          {words.withdraw}
        </button>
      </div>
    </li>
  )
}
