import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Crumbs, PageTitle } from '~/components/page-title'
import { SignatoryChange } from '~/components/signatory-change'
import { titled } from '~/components/titled'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findHouse } from '~/domain/institution.server'
import { mayKeepPapers } from '~/domain/policy'
import { EndForm, endSignatory, findSignatory, removeSignatory } from '~/domain/signatory-keeping.server'
import { now } from '~/lib/clock.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { housePapers as says } from '~/messages/en/house-papers'
import { useWords, wordsIn } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ housePapers }, data) => housePapers.signatory.title(data?.name ?? ''))

export async function loader({ request, params: { signatoryId = '' } }: LoaderFunctionArgs) {
  return findSignatory(await requirePerson(request), signatoryId)
}

const done = (words: string) => redirect('/papers', { headers: { 'Set-Cookie': flash({ words }) } })

export async function action({ request, params: { signatoryId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayKeepPapers(person))
  const form = await request.formData()
  if (form.get('act') === 'removal') {
    return submit(form, ButtonForm, async () => {
      await removeSignatory(person, signatoryId)
      return done(says.signatory.removed)
    })
  }
  const { name } = await findSignatory(person, signatoryId)
  return submit(form, EndForm, async ({ inOfficeUntil }) => {
    await endSignatory(person, signatoryId, inOfficeUntil)
    const { language, timeZone } = await findHouse()
    return done(says.signatory.endedOn(name, wordsIn(language, timeZone, now()).format.day(inOfficeUntil)))
  })
}

export default function Signatory() {
  const signatory = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { messages: { housePapers: { signatory: words, signatories } }, format } = useWords()
  const { name, inOfficeFrom: from, inOfficeUntil: until } = signatory
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/papers', words: words.crumb }} />}
        below={`${signatory.role}. ${until ? signatories.span(format.day(from), format.day(until)) : signatories.from(format.day(from))}`}
      >
        {(from > format.today ? words.coming : until !== null && until < format.today ? words.ended : words.heading)(name)}
      </PageTitle>
      <SignatoryChange signatory={signatory} reply={reply} />
    </>
  )
}
