import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { ChoiceGroup } from '~/components/choices'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PlainForm } from '~/components/plain-form'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { listExpiring, renewCredentials } from '~/domain/award-expiry.server'
import { RenewalForm, type RenewalTyped } from '~/domain/award-forms.server'
import { monthAround, monthIn } from '~/domain/day'
import { mayAward } from '~/domain/policy'
import { now } from '~/lib/clock.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { awardExpiry as said } from '~/messages/en/award-expiry'
import { useMessages, useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ awardExpiry }) => awardExpiry.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const registrar = await requirePerson(request)
  const query = new URL(request.url).searchParams
  const month = monthIn(query.get('month')) ?? now().toISOString().slice(0, 7)
  const { rows, next } = await listExpiring(registrar, month, query.get('after'))
  return { rows, next, month, before: monthAround(month, -1), after: monthAround(month, 1) }
}

export async function action({ request }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  allowed(mayAward(registrar))
  return submit(request, RenewalForm, async ({ credentials }) => {
    const { awardIds, notYetIds } = await renewCredentials(registrar, credentials)
    const words = [said.renewed(awardIds.length), notYetIds.length > 0 && said.notYet(notYetIds.length)].filter(Boolean).join(' ')
    return redirect('/awards/expiring', { headers: { 'Set-Cookie': flash({ words }) } })
  })
}

export default function Expiring() {
  const { rows, next, month, before, after } = useLoaderData<typeof loader>()
  const { messages: { awardExpiry: words, awards }, format } = useWords()
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/awards', words: awards.title }} />}>
        {words.heading(rows.length, next !== null, format.months(`${month}-01`, `${month}-01`))}
      </PageTitle>
      <Section title={words.title} note={words.note}>
        {rows.length > 0 && <Renewal />}
        <nav className="mt-6 flex flex-wrap gap-3" aria-label={words.months}>
          {next && <LinkButton to={`?month=${month}&after=${next}`}>{words.next}</LinkButton>}
          <LinkButton tone="quiet" to={`?month=${before}`}>{words.earlier}</LinkButton>
          <LinkButton tone="quiet" to={`?month=${after}`}>{words.later}</LinkButton>
        </nav>
      </Section>
    </>
  )
}

function Renewal() {
  const { rows } = useLoaderData<typeof loader>()
  const { format } = useWords()
  const { awardExpiry: words } = useMessages()
  const [form, fields] = useForm<RenewalTyped>({ id: 'renewal', lastResult: useActionData<typeof action>()?.reply ?? null })
  const choices = rows.map(({ id, student, programme, validUntil }) => (
    { value: id, label: student, note: words.row(programme, format.day(format.dayOf(validUntil))) }
  ))
  return (
    <PlainForm form={form} action="/awards/expiring">
      <ChoiceGroup type="checkbox" field={fields.credentials} label={words.list} choices={choices} />
      <SubmitButton icon="award">{words.renew}</SubmitButton>
    </PlainForm>
  )
}
