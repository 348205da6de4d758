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
      const own = fields['name'] ?? ''
      const name = files.length > 1 && own ? evidence.ofSeveral(own, place + 1) : own
      const uploadId = unfinished.find(upload => isOf(upload, file))?.id
      return { activityId, file, fields: { ...fields, name }, uploadId }
    })
    if (areKept && goesOn) navigate(`/activities/${activityId}/who`)
  }

  const isComing = (upload: Unfinished) =>
    queue.sendings.some(({ file, outcome }) => outcome?.is !== 'stopped' && isOf(upload, file))
  const left = unfinished.filter(upload => !isComing(upload))
  return { queue, left, sendFiles: (event: FormEvent) => void sendFiles(event) }
}

/** As far as a browser tells: the server looks at what comes of it. */
const isOf = ({ fileName, bytes }: Unfinished, file: File) => fileName === file.name && bytes === file.size

function filesIn(form: HTMLFormElement): File[] {
  const files = new FormData(form).getAll('file')
  return files.flatMap(file => (file instanceof File && file.name !== '' ? [file] : []))
}

function fieldsIn(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value
  return fields
}

function submitterOf({ nativeEvent }: FormEvent) {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
}
