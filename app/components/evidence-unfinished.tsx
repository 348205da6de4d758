import { Form } from '@remix-run/react'
import { useWords } from '~/messages/messages'
import { Icon } from './icon'
import { HiddenFields } from './inputs'

export interface Unfinished {
  id: string
  fileName: string
  bytes: number
  received: number
}

type Props = { activityId: string; revision: number; uploads: readonly Unfinished[] }

/** Large recordings of which only a part is here: how to go on, and how not to. */
export function EvidenceUnfinished({ activityId, revision, uploads }: Props) {
  const { messages, format } = useWords()
  const { sending } = messages.evidence
  if (uploads.length === 0) return null
  return (
    <ul className="grid gap-2">
      {uploads.map(({ id, fileName, bytes, received }) => (
        <li key={id} className="sheet flex items-start gap-3 p-3 ps-4">
          <div className="min-w-0 flex-1 py-1.5">
            <p className="font-medium break-words">{sending.unfinished(fileName)}</p>
            <progress className="upload-bar" max={bytes} value={received} aria-label={sending.progress(fileName)} />
            <p className="label">{sending.goOn(format.size(received), format.size(bytes))}</p>
          </div>
          <Form method="post" action={`/activities/${activityId}/evidence`}>
            <HiddenFields values={{ revision, forget: id }} />
            <button className="icon-btn" aria-label={sending.forget(fileName)}>
              <Icon name="x" />
            </button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
