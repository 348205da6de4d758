import type { ActionFunctionArgs } from '@remix-run/node'
import { requireOwnActivity } from '~/domain/draft.server'
import { addFiles, fileLimit } from '~/domain/evidence-file.server'
import { FileForm } from '~/domain/evidence-forms.server'
import { formKeyIn } from '~/lib/form-key.server'
import { replyJson } from '~/lib/json-reply.server'
import { parsedForm } from '~/lib/parsed-form.server'
import { receiving } from '~/lib/receiving.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** One file of the form of files, for a page that shows how much of it is here: `{}`, or why not as `{ error }`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  return replyJson(() =>
    receiving(request, { ...fileLimit, files: 1 }, async ({ fields, files }) => {
      const described = parsedForm(fields, FileForm)
      await addFiles(student, shownBy(params, fields), described, files, formKeyIn(fields))
      return {}
    }),
  )
}
