import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DesignActs } from '~/components/design-acts'
import { DesignComments } from '~/components/design-comments'
import { DesignForm } from '~/components/design-form'
import { DesignHead } from '~/components/design-head'
import { DesignMeter } from '~/components/design-meter'
import { DesignNotes } from '~/components/design-notes'
import { DesignRead } from '~/components/design-read'
import { titled } from '~/components/titled'
import { ButtonForm } from '~/domain/activity-forms.server'
import { describeDraft, openNextVersion } from '~/domain/design-draft.server'
import { CommentForm, DescriptionForm, SettleForm } from '~/domain/design-forms.server'
import { findDesign, listOutcomeChoices, typedOf } from '~/domain/design-page.server'
import { commentOnProgramme, listComments, settleComment } from '~/domain/programme-comment.server'
import { buildable, proposeProgramme, publishProgramme, retireProgramme, returnProgramme } from '~/domain/programme.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { requirePerson } from '~/lib/session.server'
import { design as words } from '~/messages/en/design'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ design }, data) => data?.design.title ?? design.page)

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const [design, choices, comments] = await Promise.all([
    findDesign(person, programmeId),
    listOutcomeChoices(person.institutionId),
    listComments(person, programmeId),
  ])
  return { design, choices, comments, written: typedOf(design), formKey: newFormKey() }
}

const acts = { propose: proposeProgramme, publish: publishProgramme, return: returnProgramme, retire: retireProgramme }
const said = {
  propose: words.acts.proposed, publish: words.acts.published, return: words.acts.returned, retire: words.acts.retired,
}

export async function action({ request, params: { programmeId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await buildable(person, programmeId)
  const form = await request.formData()
  const there = (id: string, told: string, part = '') =>
    redirect(`/design/${id}${part}`, { headers: { 'Set-Cookie': flash({ words: told }) } })
  const act = String(form.get('act'))
  switch (act) {
    case 'propose':
    case 'publish':
    case 'return':
    case 'retire':
      return submit(form, ButtonForm, async () => {
        await acts[act](person, programmeId, String(form.get('shown')))
        return there(programmeId, said[act])
      })
    case 'revise':
      return submit(form, ButtonForm, async () => there(await openNextVersion(person, programmeId), words.acts.revised))
    case 'comment':
      return submit(form, CommentForm, async comment => {
        await commentOnProgramme(person, programmeId, comment, formKeyIn(form))
        return there(programmeId, words.comments.added, '#comments')
      })
    case 'settle':
      return submit(form, SettleForm, async ({ settle }) => {
        await settleComment(person, programmeId, settle)
        return there(programmeId, words.comments.didSettle, '#comments')
      })
    default:
      return submit(form, DescriptionForm, async description => {
        await describeDraft(person, programmeId, String(form.get('shown')), description)
        return there(programmeId, words.saved)
      })
  }
}

export default function Design() {
  const { design, choices, comments, written, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const isOpen = design.status === 'draft'
  const isSaving = reply?.initialValue?.['act'] === 'save'
  return (
    <>
      <DesignHead design={design} />
      <DesignNotes design={design} />
      <div className="grid gap-x-12 gap-y-10 border-t border-line py-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        {isOpen ? (
          <DesignForm
            action={`/design/${design.id}?index`}
            shown={design.shown.description}
            reply={isSaving ? reply : null}
            {...{ written, choices }}
          />
        ) : (
          <DesignRead design={design} choices={choices} />
        )}
        <DesignMeter {...{ isOpen }} id={design.id} type={design.achievementType} elements={design.elements} lacks={design.lacks} />
      </div>
      <DesignActs design={design} reply={reply} />
      <DesignComments id={design.id} comments={comments} formKey={formKey} reply={reply} />
    </>
  )
}
