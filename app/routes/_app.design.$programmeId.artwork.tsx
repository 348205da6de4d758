import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DesignArtwork } from '~/components/design-artwork'
import { DesignHead } from '~/components/design-head'
import { titled } from '~/components/titled'
import { ButtonForm } from '~/domain/activity-forms.server'
import { MAXIMUM_ARTWORK_BYTES } from '~/domain/artwork'
import { removeArtwork, uploadArtwork } from '~/domain/artwork.server'
import { findDesign } from '~/domain/design-page.server'
import { findHouse } from '~/domain/institution.server'
import { buildable } from '~/domain/programme.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { isUpload, receiving } from '~/lib/receiving.server'
import { Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { designArtwork as says } from '~/messages/en/design-artwork'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ designArtwork }, data) => designArtwork.page(data?.design.title ?? ''))

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const [design, { name }] = await Promise.all([findDesign(person, programmeId), findHouse()])
  return { design, institution: name }
}

export async function action({ request, params: { programmeId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await buildable(person, programmeId)
  const done = (words: string) =>
    redirect(`/design/${programmeId}/artwork`, { headers: { 'Set-Cookie': flash({ words }) } })
  if (!isUpload(request)) {
    const form = await request.formData()
    return submit(form, ButtonForm, async () => {
      await removeArtwork(person, programmeId, String(form.get('shown')))
      return done(says.removed)
    })
  }
  const tooLarge = new Refusal(says.refused.tooLargeFile, 'file')
  return receiving(request, { bytes: MAXIMUM_ARTWORK_BYTES, files: 1, tooLarge }, ({ fields, files: [file] }) =>
    submit(fields, ButtonForm, async () => {
      if (file?.refusal) throw file.refusal
      if (!file?.arrived) throw new Refusal(says.refused.none, 'file')
      await uploadArtwork(person, programmeId, String(fields.get('shown')), file.arrived)
      return done(says.kept)
    }),
  )
}

export default function Artwork() {
  const { design, institution } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <DesignHead design={design} />
      <DesignArtwork {...{ design, institution, reply }} />
    </>
  )
}
