import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DesignHead } from '~/components/design-head'
import { DesignPartners } from '~/components/design-partners'
import { titled } from '~/components/titled'
import { findDesign } from '~/domain/design-page.server'
import { PartnerForm, WithdrawForm } from '~/domain/partner-forms.server'
import { askPartner, listPartners, withdrawPartner } from '~/domain/partner.server'
import { buildable } from '~/domain/programme.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { partners as words } from '~/messages/en/partners'

export const handle = { isPlain: true }

export const meta = titled(({ partners }) => partners.heading)

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const [design, partners] = await Promise.all([findDesign(person, programmeId), listPartners(person, programmeId)])
  return { design, partners }
}

export async function action({ request, params: { programmeId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await buildable(person, programmeId)
  const form = await request.formData()
  const told = (said: string) =>
    redirect(`/design/${programmeId}/partners`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  if (form.get('act') === 'withdraw') {
    return submit(form, WithdrawForm, async ({ partner }) => {
      await withdrawPartner(person, programmeId, partner)
      return told(words.withdrawn)
    })
  }
  return submit(form, PartnerForm, async partner => {
    await askPartner(person, programmeId, partner)
    return told(words.asked(partner.organisation))
  })
}

export default function DesignPartnersPage() {
  const { design, partners } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <DesignHead design={design} />
      <DesignPartners id={design.id} partners={partners} reply={reply} />
    </>
  )
}
