/** What became of a file. `refused` and why is the server's word; `broken` can be tried again. */
export type Outcome =
  | { is: 'kept' }
  | { is: 'refused'; why: string }
  | { is: 'broken'; uploadId?: string | undefined }
  | { is: 'stopped' }

/** A file on its way. */
export interface OnItsWay {
  outcome: Promise<Outcome>
  stop(): void
}

export interface Parcel {
  activityId: string
  file: File
  /** What the form says of it, its revision and key among it. */
  fields: Record<string, string>
  /** Of those already there, where the way there went on from an earlier one. */
  uploadId?: string | undefined
  onSent(bytes: number): void
}

/** A file of an ordinary size, in one go. */
export function sendWhole({ activityId, file, fields, onSent }: Parcel): OnItsWay {
  const request = new XMLHttpRequest()
  const outcome = new Promise<Outcome>(resolve => {
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, file.size)))
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    request.addEventListener('error', () => resolve({ is: 'broken' }))
    request.addEventListener('abort', () => resolve({ is: 'stopped' }))
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', file)
  request.open('POST', `/activities/${activityId}/files`)
  request.responseType = 'json'
  request.send(form)
  return { outcome, stop: () => request.abort() }
}

function outcomeOf({ status, response }: XMLHttpRequest): Outcome {
  // A page instead of an answer: the session ended, or something between us spoke.
  const answer: unknown = response
  if (typeof answer !== 'object' || answer === null) return { is: 'broken' }
  if ('error' in answer && typeof answer.error === 'string') return { is: 'refused', why: answer.error }
  return status === 200 ? { is: 'kept' } : { is: 'broken' }
}
