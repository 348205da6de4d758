import { useNavigate } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useMessages } from '~/messages/messages'
import { useQueue } from './evidence-queue'
import type { Unfinished } from './evidence-unfinished'

/** Takes the form of files over from the browser: the files go on their way, and the form is free for the next. */
export function useFileForm(activityId: string, unfinished: readonly Unfinished[]) {
  const { evidence } = useMessages()
  const navigate = useNavigate()
  const queue = useQueue()

  async function sendFiles(event: FormEvent) {
    const form = event.target
    const files = form instanceof HTMLFormElement ? filesIn(form) : []
    // Without one the server says what is missing, or leads on.
    if (!(form instanceof HTMLFormElement) || files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    const fields = fieldsIn(form)
    const goesOn = submitterOf(event)?.getAttribute('name') === 'next'
    form.reset()
    const areKept = await queue.send(files, (file, place) => {
      const name = files.length > 1 && fields['name'] ? evidence.ofSeveral(fields['name'], place + 1) : fields['name'] ?? ''
      const uploadId = unfinished.find(({ fileName, bytes }) => fileName === file.name && bytes === file.size)?.id
      return { activityId, file, fields: { ...fields, name }, uploadId }
    })
    if (areKept && goesOn) navigate(`/activities/${activityId}/who`)
  }

  const isComing = ({ fileName, bytes }: Unfinished) =>
    queue.sendings.some(({ file, outcome }) => outcome?.is !== 'stopped' && file.name === fileName && file.size === bytes)
  const left = unfinished.filter(upload => !isComing(upload))
  return { queue, left, sendFiles: (event: FormEvent) => void sendFiles(event) }
}

function filesIn(form: HTMLFormElement): File[] {
  return new FormData(form).getAll('file').flatMap(file => (file instanceof File && file.name !== '' ? [file] : []))
}

function fieldsIn(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return Object.fromEntries(entries)
}

function submitterOf({ nativeEvent }: FormEvent) {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
}
