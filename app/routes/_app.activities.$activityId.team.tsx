import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form as PlainForm, useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { HiddenFields, TextInput } from '~/components/inputs'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { requireOwnActivity } from '~/domain/draft.server'
import { findTeamPage, type TeamPage } from '~/domain/team-page.server'
import { askTeammate, GiveForm, giveToTeam, TeammateForm } from '~/domain/team.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled(({ team }) => team.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return findTeamPage(await requirePerson(request), params.activityId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  const form = await request.formData()
  const shown = shownBy(params, form)
  const { team } = messagesIn('en')
  const back = (words: string) => redirect(`/activities/${shown.id}/team`, { headers: { 'Set-Cookie': flash({ words }) } })
  if (form.has('give')) {
    return submit(form, GiveForm, async ({ give }) => {
      await giveToTeam(student, shown, give)
      return back(team.given)
    })
  }
  return submit(form, TeammateForm, async teammate => {
    await askTeammate(student, shown.id, teammate)
    return back(team.asked)
  })
}

export default function Team() {
  const page = useLoaderData<typeof loader>()
  const { team } = useMessages()
  const [form, fields] = useForm<{ address: string }>({ id: 'teammate', lastResult: useActionData<typeof action>()?.reply ?? null })
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/activities/${page.id}`, words: page.title }} here={team.page} />} below={team.note}>
        {team.title(page.title)}
      </PageTitle>
      <Section title={team.members} note={page.members.length > 0 && team.count(page.members.length)}>
        {page.members.length === 0 ? <p>{team.alone}</p> : <Members members={page.members} />}
      </Section>
      <Section title={team.ask}>
        <Form form={form} className="form max-w-[32rem]">
          <TextInput field={fields.address} type="email" label={team.address} hint={team.addressHint} autoComplete="off" />
          <div>
            <SubmitButton icon="send">{team.send}</SubmitButton>
          </div>
        </Form>
      </Section>
      {page.members.length > 1 && page.pieces.length > 0 && <Share page={page} />}
    </>
  )
}

function Members({ members }: Pick<TeamPage, 'members'>) {
  const { team } = useMessages()
  return (
    <ul className="rows">
      {members.map(({ id, name, isMe, state }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-6 py-3">
          <span className="wrap-anywhere font-medium">{name}</span>
          <span className="label">{isMe ? team.you : team.state[state]}</span>
        </li>
      ))}
    </ul>
  )
}

function Share({ page: { id, revision, pieces } }: { page: TeamPage }) {
  const { team } = useMessages()
  return (
    <Section title={team.share} note={team.shareNote}>
      <PlainForm method="post" action={`/activities/${id}/team`} className="grid justify-items-start gap-3">
        <HiddenFields values={{ revision }} />
        {pieces.map(piece => (
          <SubmitButton key={piece.id} tone="second" icon="forward" name="give" value={piece.id}>
            {team.give(piece.name)}
          </SubmitButton>
        ))}
      </PlainForm>
    </Section>
  )
}
