import type { Assurance as Identity } from '~/domain/endorsement'
import type { Messages } from '~/messages/messages'
import { Icon, type IconName } from './icon'
import { Status, type StatusTone } from './status'

const looks = {
  staff: ['landmark', 'laurel'],
  organisation: ['building-2', 'laurel'],
  email: ['mail', 'sky'],
} as const satisfies Record<Identity, readonly [IconName, StatusTone]>

type Props = { identity: Identity; messages: Messages; institution: string; domain?: string }

/** How sure we are that this was them, and how we know: always both. */
export function Assurance({ identity, messages: { status }, institution, domain }: Props) {
  const [icon, tone] = looks[identity]
  const how = {
    staff: status.assurance.staffHow(institution),
    organisation: domain && status.assurance.organisationHow(domain),
    email: status.assurance.emailHow,
  }[identity]
  return (
    <div>
      <Status icon={icon} tone={tone} words={status.assurance[identity]} />
      {how && <p className="label mt-1">{how}</p>}
    </div>
  )
}

/** For dense rows: the icon, the person, and one word for how we know. */
export function AssuranceLine({
  identity,
  messages,
  who,
}: {
  identity: Identity
  messages: Messages
  who: string
}) {
  const [icon] = looks[identity]
  return (
    <span className="label inline-flex items-start gap-1.5">
      <Icon name={icon} size={16} className="mt-0.5" />
      {messages.status.assurance.line(who, messages.status.assurance.short[identity])}
    </span>
  )
}
