import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { InvitationList } from '~/components/invitation-list'
import { InviteForm } from '~/components/invite-form'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { PeopleList, PeoplePager, PeopleSearch } from '~/components/people-list'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import {
  invite,
  InviteForm as Invitation,
  ResendForm,
  resendInvitation,
  WithdrawalForm,
  withdrawInvitation,
} from '~/domain/invitation.server'
import { listInvitations, listPeople } from '~/domain/people-page.server'
import { mayDecideOnPeople } from '~/domain/policy'
import { listUnits } from '~/domain/unit.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled(({ peopleDesk }) => peopleDesk.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const admin = await requirePerson(request)
  const asked = new URL(request.url).searchParams
  const search = asked.get('q')?.slice(0, 100) ?? ''
  const [after, before] = [asked.get('after'), asked.get('invited')]
  const [people, invitations, units] = await Promise.all([
    listPeople(admin, { after, search }),
    listInvitations(admin, before),
    listUnits(admin.institutionId),
  ])
  return { people, invitations, units, search, isFirst: !after, isLatest: !before, formKey: newFormKey() }
}

export async function action({ request }: ActionFunctionArgs) {
  const admin = await requirePerson(request)
  allowed(mayDecideOnPeople(admin))
  const words = messagesIn('en').peopleDesk.invitations
  const told = (said: string) => redirect('/people', { headers: { 'Set-Cookie': flash({ words: said }) } })
  const form = await request.formData()
  if (form.has('withdraw')) {
    return submit(form, WithdrawalForm, async ({ withdraw }) => {
      await withdrawInvitation(admin, withdraw)
      return told(words.withdrawn)
    })
  }
  if (form.has('resend')) {
    return submit(form, ResendForm, async ({ resend }) => {
      await resendInvitation(admin, resend)
      return told(words.resent)
    })
  }
  return submit(form, Invitation, async invitation => {
    await invite(admin, invitation, formKeyIn(form))
    return told(words.sent(invitation.officialName))
  })
}

export default function People() {
  const { people, search, isFirst } = useLoaderData<typeof loader>()
  const { peopleDesk: words } = useMessages()
  const query = (more: Record<string, string>) =>
    `/people?${new URLSearchParams({ ...(search && { q: search }), ...more })}`
  const count = people.rows.length
  const isMore = people.next !== null
  const heading = search
    ? words.found(count, isMore, search)
    : isFirst
      ? words.heading(count, isMore)
      : words.furtherHeading
  return (
    <>
      <PageTitle
        below={words.below}
        actions={
          <LinkButton icon="mail" to="#invite">
            {words.invite.title}
          </LinkButton>
        }
      >
        {heading}
      </PageTitle>
      <div className="border-t border-line pt-6 pb-12">
        <PeopleSearch search={search} />
        <PeopleList people={people.rows} />
        <PeoplePager next={people.next && query({ after: people.next })} first={isFirst ? null : query({})} />
      </div>
      <Invitations />
    </>
  )
}

function Invitations() {
  const { invitations, units, isLatest, formKey } = useLoaderData<typeof loader>()
  const { invitations: words, invite } = useMessages().peopleDesk
  const reply = useActionData<typeof action>()?.reply ?? null
  const isList = reply?.initialValue?.['act'] === 'invitations'
  return (
    <>
      <Section title={words.title} note={words.note} id="invited">
        <InvitationList invitations={invitations.rows} units={units} reply={isList ? reply : null} />
        <Pager
          olderHref={invitations.next && `/people?invited=${invitations.next}#invited`}
          newestHref={isLatest ? null : '/people#invited'}
        />
      </Section>
      <Section title={invite.title} note={invite.note} id="invite">
        <InviteForm units={units} formKey={formKey} reply={isList ? null : reply} />
      </Section>
    </>
  )
}
