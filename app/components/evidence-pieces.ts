import { DetailedError, Upload } from 'tus-js-client'
import type { OnItsWay, Outcome, Parcel } from './evidence-sender'

/** Small enough for whatever stands between us, and for a slow line to bring one in a few minutes. */
const PIECE = 8_000_000
const SECOND = 1000

/** A large recording, in pieces: after each break it goes on from what the server has. */
export function sendInPieces({ activityId, file, fields, uploadId, onSent }: Parcel): OnItsWay {
  const endpoint = `/activities/${activityId}/uploads`
  let stop = () => undefined as void
  const outcome = new Promise<Outcome>(resolve => {
    const upload = new Upload(file, {
      endpoint,
      uploadUrl: uploadId ? `${endpoint}/${uploadId}` : null,
      chunkSize: PIECE,
      retryDelays: [0, 1, 3, 5, 10, 30, 60].map(seconds => seconds * SECOND),
      storeFingerprintForResuming: false,
      metadata: { ...fields, fileName: file.name },
      onProgress: onSent,
      onSuccess: () => resolve({ is: 'kept' }),
      onError: error => resolve(outcomeOf(error, upload.url)),
    })
    stop = () => {
      // What is there already goes too; where the line is down, it goes after three days.
      upload.abort(true).catch(() => undefined)
      resolve({ is: 'stopped' })
    }
    upload.start()
  })
  return { outcome, stop }
}

function outcomeOf(error: Error, url: string | null): Outcome {
  const answer = error instanceof DetailedError ? error.originalResponse : null
  if (answer?.getStatus() === 422) return { is: 'refused', why: answer.getBody() }
  return { is: 'broken', uploadId: url?.split('/').at(-1) }
}
