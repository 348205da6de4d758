import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EvidenceForms } from '~/components/evidence-forms'
import { LogFrame } from '~/components/log-frame'
import { OwnEvidence } from '~/components/own-evidence'
import { titled } from '~/components/titled'
import type { Shown } from '~/domain/activity'
import { findDraft, requireOwnActivity } from '~/domain/draft.server'
import type { EvidenceKind } from '~/domain/evidence'
import { addLink, addText, removeEvidence } from '~/domain/evidence.server'
import { addFiles, fileLimit } from '~/domain/evidence-file.server'
import { FileForm, ForgetForm, LinkForm, RemovalForm, TextForm } from '~/domain/evidence-forms.server'
import { pieceOf } from '~/domain/evidence-piece'
import type { PersonActor } from '~/domain/policy'
import { forgetUpload, listUploads } from '~/domain/upload.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { isUpload, receiving } from '~/lib/receiving.server'
import { Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { log as words } from '~/messages/en/log'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.evidence.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const { id, revision, status, evidence } = await findDraft(student, params.activityId)
  const unfinished = await listUploads(student, id)
  return { id, revision, status, pieces: evidence.map(pieceOf), unfinished, formKey: newFormKey() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  if (isUpload(request)) {
    return receiving(request, fileLimit, async ({ fields, files }) => {
      const shown = shownBy(params, fields)
      if (goesOnWithout(fields) && files.length === 0) return next(shown, fields)
      return submit(fields, FileForm, async described => {
        if (files.length === 0) throw new Refusal(words.evidence.noFile, 'file')
        await addFiles(student, shown, described, files, formKeyIn(fields))
        return next(shown, fields)
      })
    })
  }
  const form = await request.formData()
  return add(student, shownBy(params, form), form)
}

function add(student: PersonActor, shown: Shown, form: FormData) {
  const on = () => next(shown, form)
  if (form.has('remove'))
    return submit(form, RemovalForm, ({ remove }) => removeEvidence(student, shown, remove).then(on))
  if (form.has('forget'))
    return submit(form, ForgetForm, ({ forget }) => forgetUpload(student, shown.id, forget).then(on))
  if (goesOnWithout(form)) return on()
  if (form.get('kind') === 'link')
    return submit(form, LinkForm, link => addLink(student, shown, link, formKeyIn(form)).then(on))
  return submit(form, TextForm, text => addText(student, shown, text, formKeyIn(form)).then(on))
}

/** The next step was asked for, and nothing was written that could be left behind. */
const goesOnWithout = (form: FormData) =>
  form.has('next') && ['name', 'description', 'url', 'text'].every(name => !form.get(name))

const next = ({ id }: Shown, form: FormData) =>
  redirect(`/activities/${id}/${form.has('next') ? 'who' : 'evidence'}`)

export default function Evidence() {
  const { id, revision, status, pieces, unfinished, formKey } = useLoaderData<typeof loader>()
  const { log } = useMessages()
  const countOf = (kind: EvidenceKind) => pieces.filter(piece => piece.kind === kind).length
  return (
    <LogFrame
      step="evidence"
      activityId={id}
      status={status}
      title={log.evidence.title}
      note={log.evidence.note}
    >
      <section className="py-7">
        <h2 className="mb-4">{pieces.length > 0 ? log.evidence.kept(pieces.length) : log.evidence.page}</h2>
        {pieces.length === 0 && <p className="max-w-[62ch]">{log.evidence.none}</p>}
        <OwnEvidence activityId={id} pieces={pieces} removableFrom={revision} />
      </section>
      <EvidenceForms
        activityId={id}
        held={{ link: countOf('link'), text: countOf('text') }}
        unfinished={unfinished}
        revision={revision}
        formKey={formKey}
        reply={useActionData<typeof action>()?.reply ?? null}
      />
    </LogFrame>
  )
}
