import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { UnitContacts } from '~/components/unit-contacts'
import { UnitDomains } from '~/components/unit-domains'
import { UnitMailbox } from '~/components/unit-mailbox'
import { UnitWindows } from '~/components/unit-windows'
import { finishProof, startProof, unlinkDomain } from '~/domain/domain-proof.server'
import * as forms from '~/domain/unit-forms.server'
import { addContact, endContact, findKeptUnit, setMailbox } from '~/domain/unit-keeping.server'
import { findUnitPage } from '~/domain/unit-page.server'
import { removeWindow, setWindow } from '~/domain/window.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { NotFound } from '~/lib/refusal'
import { requirePerson, sessionOf } from '~/lib/session.server'
import { units as words } from '~/messages/en/units'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ units }, data) => data?.unit.name ?? units.page)

export async function loader({ request, params: { unitId = '' } }: LoaderFunctionArgs) {
  return { unit: await findUnitPage(await requirePerson(request), unitId), formKey: newFormKey() }
}

export async function action({ request, params: { unitId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await findKeptUnit(person, unitId)
  const form = await request.formData()
  const told = (part: string, said: string) =>
    redirect(`/units/${unitId}#${part}`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  switch (form.get('act')) {
    case 'contact':
      return submit(form, forms.ContactForm, async contact => {
        await addContact(person, unitId, contact, formKeyIn(form))
        return told('contacts', words.contacts.added(contact.name))
      })
    case 'leave':
      return submit(form, forms.LeaveForm, async leave => {
        await endContact(person, unitId, leave)
        return told('contacts', words.contacts.ended)
      })
    case 'domain':
      return submit(form, forms.ProofForm, async ({ address }) => {
        await startProof(person, unitId, address, sessionOf(request))
        return told('domains', words.domains.asked(address))
      })
    case 'code':
      return submit(form, forms.DomainCodeForm, async proof =>
        told('domains', words.domains.proven(await finishProof(person, unitId, proof, sessionOf(request)))),
      )
    case 'unlink':
      return submit(form, forms.UnlinkForm, async ({ unlink }) => {
        await unlinkDomain(person, unitId, unlink)
        return told('domains', words.domains.unlinked)
      })
    case 'window':
      return submit(form, forms.WindowForm, async window => {
        await setWindow(person, unitId, window)
        return told('windows', words.windows.done(String(window.year)))
      })
    case 'remove':
      return submit(form, forms.WindowRemovalForm, async ({ remove }) => {
        await removeWindow(person, unitId, remove)
        return told('windows', words.windows.removed)
      })
    case 'mailbox':
      return submit(form, forms.MailboxForm, async mailbox => {
        await setMailbox(person, unitId, mailbox)
        return told('mailbox', words.mailbox.done)
      })
    default:
      throw new NotFound()
  }
}

export default function Unit() {
  const { unit, formKey } = useLoaderData<typeof loader>()
  const { units } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  const shared = { action: `/units/${unit.id}?index`, reply }
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/units', words: units.page }} here={units.kind[unit.kind]} />}
        below={units.coordinators(unit.coordinators)}
      >
        {unit.name}
      </PageTitle>
      <Section title={units.offers.title} note={units.offers.note}>
        <div className="flex flex-wrap gap-3">
          <LinkButton to={`/opportunities?unit=${unit.id}`}>{units.offers.see}</LinkButton>
          {unit.keepsOpportunities && (
            <LinkButton to={`/units/${unit.id}/rollover`}>{units.offers.confirm}</LinkButton>
          )}
        </div>
      </Section>
      <UnitContacts {...shared} contacts={unit.contacts} formKey={formKey} />
      <UnitMailbox {...shared} email={unit.email} />
      <UnitDomains {...shared} domains={unit.domains} proofs={unit.proofs} />
      <UnitWindows {...shared} windows={unit.windows} />
    </>
  )
}
