import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PersonFacts } from '~/components/person-facts'
import { PersonRoles } from '~/components/person-roles'
import { PersonWaivers } from '~/components/person-waivers'
import { titled } from '~/components/titled'
import { WaiverForm, WaiverWithdrawalForm } from '~/domain/award-forms.server'
import { EndForm, endRole, grantRole, RoleForm } from '~/domain/membership.server'
import { findPersonPage, type PersonPage } from '~/domain/person-page.server'
import type { PersonActor } from '~/domain/policy'
import { listUnits } from '~/domain/unit.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { flash, type FlashNote } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { people as rules } from '~/messages/en/people'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled<typeof loader>(({ peopleDesk }, data) => data?.person.usedName ?? peopleDesk.person.page)

export async function loader({ request, params: { personId = '' } }: LoaderFunctionArgs) {
  const actor = await requirePerson(request)
  const units = await listUnits(actor.institutionId)
  return { person: await findPersonPage(actor, personId), units, formKey: newFormKey() }
}

export async function action({ request, params: { personId = '' } }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  const person = await findPersonPage(actor, personId)
  const form = await request.formData()
  const { waivers: words } = messagesIn('en').peopleDesk
  switch (form.get('act')) {
    case 'end':
      return end(actor, person, form)
    case 'waive':
      return submit(form, WaiverForm, async waiver => {
        await waive(actor, personId, waiver, formKeyIn(form))
        return told(personId, { words: words.given })
      })
    case 'withdraw':
      return submit(form, WaiverWithdrawalForm, async ({ withdraw }) => {
        await withdrawWaiver(actor, withdraw)
        return told(personId, { words: words.withdrawn })
      })
    default:
      return grant(actor, person, form)
  }
}

const told = (personId: string, note: FlashNote) =>
  redirect(`/people/${personId}`, { headers: { 'Set-Cookie': flash(note) } })

function grant(actor: PersonActor, { id, usedName }: PersonPage, form: FormData) {
  const { roles: words, role: names } = messagesIn('en').peopleDesk
  return submit(form, RoleForm, async role => {
    await grantRole(actor, id, role)
    return told(id, { words: words.given(names[role.role], usedName) })
  })
}

function end(actor: PersonActor, { id, usedName, roles }: PersonPage, form: FormData) {
  const { roles: words, held } = messagesIn('en').peopleDesk
  return submit(form, EndForm, async ({ end }) => {
    const ended = roles.find(role => role.id === end)
    if (!ended) throw new Refusal(rules.roleOver)
    await endRole(actor, ended.id)
    return told(id, { words: words.ended(held(ended.role, ended.unit), usedName) })
  })
}

export default function Person() {
  const { person, units, formKey } = useLoaderData<typeof loader>()
  const { peopleDesk: words, awards, transcriptIssue } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  const back = person.mayDecide ? { to: '/people', words: words.title } : { to: '/awards', words: awards.title }
  return (
    <>
      <PageTitle
        above={<Crumbs back={back} />}
        actions={person.waivers && !person.isSelf && (
          <LinkButton icon="file-text" to={`/people/${person.id}/transcript`}>{transcriptIssue.issue}</LinkButton>
        )}
      >
        {person.usedName}
      </PageTitle>
      <PersonFacts person={person} />
      <PersonRoles person={person} units={units} reply={reply} />
      {person.waivers && <PersonWaivers {...{ person, formKey, reply }} waivers={person.waivers} />}
    </>
  )
}
