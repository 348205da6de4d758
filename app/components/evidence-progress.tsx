import { useMessages, useWords } from '~/messages/messages'
import type { Queue, Sending } from './evidence-queue'
import { Icon } from './icon'

/** Files on their way: how much of each is there, what became of it, and the way to stop it. */
export function EvidenceProgress({ queue }: { queue: Queue }) {
  const { sending } = useMessages().evidence
  const open = queue.sendings.filter(({ outcome }) => outcome?.is !== 'kept')
  const kept = queue.sendings.filter(({ outcome }) => outcome?.is === 'kept')
  return (
    <>
      <p className="sr-only" role="status">
        {kept.map(({ file }) => sending.added(file.name)).join(' ')}
      </p>
      {open.length > 0 && (
        <ul className="grid gap-2" aria-label={sending.title}>
          {open.map(one => (
            <li key={one.key} className="sheet flex items-start gap-3 p-3 ps-4">
              <OneSending sending={one} queue={queue} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function OneSending({ sending: one, queue }: { sending: Sending; queue: Queue }) {
  const { sending } = useMessages().evidence
  const { key, file, outcome } = one
  const isOver = outcome !== null
  return (
    <>
      <div className="min-w-0 flex-1 py-1.5">
        <p className="font-medium break-words">{file.name}</p>
        {isOver ? <Ended outcome={outcome} again={() => queue.again(key)} /> : <Share sending={one} />}
      </div>
      <button
        type="button"
        className="icon-btn"
        aria-label={isOver ? sending.dismiss(file.name) : sending.stop(file.name)}
        onClick={() => (isOver ? queue.dismiss(key) : queue.stop(key))}
      >
        <Icon name="x" />
      </button>
    </>
  )
}

function Share({ sending: { file, sent, isUnderWay } }: { sending: Sending }) {
  const { messages, format } = useWords()
  const { sending } = messages.evidence
  if (!isUnderWay) return <p className="label">{sending.waits}</p>
  const isThere = sent >= file.size
  return (
    <>
      <progress className="upload-bar" max={file.size} value={sent} aria-label={sending.progress(file.name)} />
      <p className="label">
        {isThere ? sending.checking : sending.share(format.size(sent), format.size(file.size))}
      </p>
    </>
  )
}

function Ended({ outcome, again }: { outcome: NonNullable<Sending['outcome']>; again: () => void }) {
  const { sending } = useMessages().evidence
  const why = { refused: '', kept: '', broken: sending.broken, stopped: sending.stopped }[outcome.is]
  return (
    <p className="field-error mt-1" role="alert">
      <Icon name="circle-alert" size={16} />
      <span>
        {outcome.is === 'refused' ? outcome.why : why}{' '}
        {outcome.is !== 'refused' && (
          <button type="button" className="link" onClick={again}>
            {sending.again}
          </button>
        )}
      </span>
    </p>
  )
}
