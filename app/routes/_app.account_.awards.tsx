import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { StandingChoiceForm } from '~/components/standing-choice-form'
import { titled } from '~/components/titled'
import { standingChoiceSent } from '~/domain/award-forms.server'
import { findStandingChoice, setStandingChoice } from '~/domain/standing-choice.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { standingChoice as words } from '~/messages/en/award-plan'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ standingChoice }) => standingChoice.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return findStandingChoice(await requirePerson(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await findStandingChoice(student)
  const form = await request.formData()
  return submit(form, standingChoiceSent(form), async choice => {
    await setStandingChoice(student, choice)
    const said = flash({ words: choice ? words.saved : words.takenBack })
    return redirect('/account/awards', { headers: { 'Set-Cookie': said } })
  })
}

export default function StandingChoice() {
  const { choice, names } = useLoaderData<typeof loader>()
  const { standingChoice, credentials } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/credentials', words: credentials.title }} />}>
        {choice ? standingChoice.isSet : standingChoice.isNot}
      </PageTitle>
      <Section title={standingChoice.title} note={standingChoice.note}>
        <StandingChoiceForm choice={choice} names={names} reply={reply} />
      </Section>
    </>
  )
}
