import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PartnerLook } from '~/components/partner-page'
import { titled } from '~/components/titled'
import { ButtonForm } from '~/domain/activity-forms.server'
import { commentAsPartner, declineAsPartner, endorseAsPartner } from '~/domain/partner-answer.server'
import { sendPartnerCode } from '~/domain/partner-code.server'
import { PartnerCommentForm, PartnerEndorseForm } from '~/domain/partner-forms.server'
import { findPartnerPage } from '~/domain/partner-page.server'
import { findPartner, partnerPath } from '~/domain/partner.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { found } from '~/lib/refusal'
import { browserCookie, browserOf } from '~/lib/visit.server'
import { partners as words } from '~/messages/en/partners'

export const handle = { isPlain: true }

export const meta = titled(({ partners }) => partners.page.title)

/** Opening it changes nothing (rule 4): mail scanners open it too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const partner = found(await findPartner(params['token'] ?? ''))
  const [path, browser] = [partnerPath(partner.id), browserOf(request)]
  const page = await findPartnerPage(partner, path, browser)
  return data({ page, formKey: newFormKey() }, { headers: { 'Set-Cookie': browserCookie(path, browser) } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const partner = found(await findPartner(params['token'] ?? ''))
  const [path, browser] = [partnerPath(partner.id), browserOf(request)]
  const form = await request.formData()
  const told = (said: string) => redirect(path, { headers: { 'Set-Cookie': flash({ words: said }) } })
  switch (form.get('act')) {
    case 'code':
      return submit(form, ButtonForm, async () => {
        await sendPartnerCode(partner, browser)
        const headers = new Headers({ 'Set-Cookie': flash({ words: words.page.codeSent }) })
        headers.append('Set-Cookie', browserCookie(path, browser))
        return redirect(path, { headers })
      })
    case 'endorse':
      return submit(form, PartnerEndorseForm, async endorsement => {
        await endorseAsPartner(partner, browser, endorsement)
        return told(words.page.done)
      })
    case 'decline':
      return submit(form, ButtonForm, async () => {
        await declineAsPartner(partner)
        return told(words.page.declined)
      })
    default:
      return submit(form, PartnerCommentForm, async comment => {
        await commentAsPartner(partner, comment, formKeyIn(form))
        return told(words.page.sent)
      })
  }
}

export default function PartnerLink() {
  const { page, formKey } = useLoaderData<typeof loader>()
  return <PartnerLook page={page} formKey={formKey} reply={useActionData<typeof action>()?.reply ?? null} />
}
