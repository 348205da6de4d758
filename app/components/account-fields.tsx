import type { FieldMetadata } from '@conform-to/react'
import type { ClaimsTyped } from '~/domain/activity-forms.server'
import { useMessages } from '~/messages/messages'
import { FieldGroup } from './choices'
import { TextArea } from './inputs'
import { Disclosure } from './section'

type Account = ClaimsTyped['account']

const parts = ['situation', 'task', 'action', 'result', 'learning'] as const

/** What happened, and for who wants one a reflection in five parts. */
export function AccountFields({ account }: { account: FieldMetadata<Account, ClaimsTyped> }) {
  const { claims } = useMessages().log
  const fields = account.getFieldset()
  const isBegun = parts.some(part => fields[part].initialValue || fields[part].errors)
  return (
    <FieldGroup title={claims.account} note={claims.accountNote}>
      <TextArea field={fields.narrative} label={claims.narrative} rows={5} isOptional />
      <Disclosure summary={claims.reflection} isOpen={isBegun}>
        <div className="grid gap-5">
          <p className="hint">{claims.reflectionNote}</p>
          {parts.map(part => (
            <TextArea key={part} field={fields[part]} label={claims[part]} rows={3} isOptional />
          ))}
        </div>
      </Disclosure>
    </FieldGroup>
  )
}
