import type { AwardStatus } from '~/domain/award'
import { useWords } from '~/messages/messages'
import { Status, statusOf } from './status'
import { Table } from './table'

export type MadeAward = {
  id: string
  student: string
  status: AwardStatus
  offeredAt: Date
  answeredAt: Date | null
  credential: { id: string; state: 'valid' | 'revoked' | 'expired'; isShared: boolean } | null
}

/** What was offered, what became of it, and the way to take it back. */
export function MadeAwards({ made }: { made: readonly MadeAward[] }) {
  const words = useWords()
  const { programme } = words.messages.awards
  if (made.length === 0) return <p>{programme.noneMade}</p>
  const rows = made.map(({ id, student, status, offeredAt, answeredAt, credential }) => ({
    key: id,
    cells: [
      student,
      <Status key="state" {...statusOf(words, 'award', status, { at: answeredAt ?? offeredAt })} />,
      credential && <CredentialCell key="credential" credential={credential} />,
    ],
  }))
  return (
    <Table
      caption={programme.made}
      columns={[{ title: programme.student }, { title: programme.state }, { title: programme.credential }]}
      rows={rows}
    />
  )
}

function CredentialCell({ credential: { id, state, isShared } }: { credential: NonNullable<MadeAward['credential']> }) {
  const words = useWords()
  const { programme } = words.messages.awards
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Status {...statusOf(words, 'credential', state === 'valid' && !isShared ? 'unshared' : state)} />
      {state === 'valid' && <a className="link" href={`/credentials/${id}/revocation`}>{programme.revoke}</a>}
    </div>
  )
}
