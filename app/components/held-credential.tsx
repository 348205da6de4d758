import type { HeldCredential } from '~/domain/credential.server'
import { emblemOf } from '~/domain/programme-description'
import { scaleOf } from '~/domain/sheet-words'
import { useWords, type Words } from '~/messages/messages'
import { LinkButton } from './button'
import { Emblem } from './emblem'
import { Icon } from './icon'
import { Status, statusOf } from './status'

/** One's own credential: the emblem, what was done for it, who sees it, and what can be done with it. */
export function HeldCredentialRow({ credential }: { credential: HeldCredential }) {
  const words = useWords()
  const { messages, format } = words
  const { sheet, awardedDate, state, correction } = credential
  const { issuer, programme } = sheet
  return (
    <li className="sheet grid gap-6 p-6 sm:grid-cols-[168px_minmax(0,1fr)] sm:items-center">
      <Emblem source={emblemOf(programme, issuer.name)} size={168} isRevoked={state === 'revoked'} />
      <div className="min-w-0">
        <p className="label">
          {messages.programme.level[programme.level]}, {format.day(format.dayOf(awardedDate))}
        </p>
        <h3 className="mt-1 text-lg leading-7">
          <a className="quiet-link" href={`/credentials/${credential.id}`}>
            {programme.title}
          </a>
        </h3>
        <p className="mt-1 max-w-[56ch]">{scaleOf(sheet, words)}</p>
        <Standing credential={credential} words={words} />
        {correction && (
          <p className="mt-2">
            <a className="link inline-block py-1" href={`/credentials/${credential.id}/correction`}>
              {messages.corrections.student[correction.isAnswered ? 'linkAnswered' : 'link']}
            </a>
          </p>
        )}
        <Ways credential={credential} words={words} />
      </div>
    </li>
  )
}

type Props = { credential: HeldCredential; words: Words }

function Standing({
  credential: { state, revokedAt, validUntil, revocationReason, sharedAt },
  words,
}: Props) {
  const { credentials, credential } = words.messages
  const why = revocationReason ? { why: credential.reasons[revocationReason] } : {}
  const look = revocationReason === 'superseded' ? 'superseded' : state
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
      <Status {...statusOf(words, 'credential', look, { at: revokedAt ?? validUntil, ...why })} />
      <span className="label inline-flex items-center gap-1.5">
        <Icon name={sharedAt ? 'globe' : 'lock'} size={16} />
        {sharedAt ? credentials.public : credentials.private}
      </span>
    </p>
  )
}

function Ways({ credential: { id, state, sharedAt }, words }: Props) {
  const { credentials } = words.messages
  return (
    <p className="mt-4 flex flex-wrap gap-2">
      <LinkButton to={`/credentials/${id}/share`} icon="share-2" isSmall>
        {credentials.share}
      </LinkButton>
      {sharedAt && state !== 'revoked' && (
        <LinkButton to={`/credentials/${id}.pdf`} icon="file-check" tone="quiet" isSmall>
          {credentials.certificate}
        </LinkButton>
      )}
      <LinkButton to={`/credentials/${id}.json`} icon="download" tone="quiet" isSmall isDownload>
        {credentials.json}
      </LinkButton>
    </p>
  )
}
