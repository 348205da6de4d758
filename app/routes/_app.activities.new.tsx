import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form as PlainForm, useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { SubmitButton } from '~/components/button'
import { CatalogueEntry, type Entry } from '~/components/catalogue-entry'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { LogFoot, LogFrame } from '~/components/log-frame'
import { Disclosure } from '~/components/section'
import { titled } from '~/components/titled'
import { WhatFields, type WhatTyped } from '~/components/what-fields'
import { ChooseForm, WhatForm } from '~/domain/activity-forms.server'
import { logActivity } from '~/domain/activity.server'
import { logOpportunity, searchOpportunities } from '~/domain/opportunity.server'
import { mayLogActivities } from '~/domain/policy'
import { expectationOf, lookAhead } from '~/domain/prospect.server'
import { submit } from '~/lib/form.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.what.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const search = new URL(request.url).searchParams.get('q') ?? ''
  const [opportunities, ahead] = await Promise.all([searchOpportunities(student, search), lookAhead(student)])
  const entries = opportunities.map(opportunity => {
    const { id, title, organisation, description, validatorName, expectedMinutesMin, expectedMinutesMax } =
      opportunity
    const towards = ahead.towards(expectationOf(opportunity))
    return {
      id,
      title,
      organisation,
      description,
      validatorName,
      expectedMinutesMin,
      expectedMinutesMax,
      towards,
    }
  })
  return { search, entries, formKey: newFormKey() }
}

export async function action({ request }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const form = await request.formData()
  const formKey = formKeyIn(form)
  if (form.has('choose')) {
    return submit(form, ChooseForm, async ({ choose }) =>
      redirect(`/activities/${await logOpportunity(student, choose, formKey)}/when`),
    )
  }
  return submit(form, WhatForm, async what =>
    redirect(`/activities/${await logActivity(student, what, formKey)}/when`),
  )
}

export default function NewActivity() {
  const { search, entries, formKey } = useLoaderData<typeof loader>()
  const { what } = useMessages().log
  return (
    <LogFrame step="what" activityId={null} title={what.title}>
      <section className="py-7">
        <h2>{what.catalogue}</h2>
        <p className="section-note">{what.catalogueNote}</p>
        <CatalogueSearch search={search} />
        {entries.length === 0 && <p className="mt-5">{what.none(search)}</p>}
        <PlainForm method="post">
          <HiddenFields values={{ formKey }} />
          <Entries entries={entries.slice(0, SHOWN)} />
          <p className="mt-6">
            {what.notListed}{' '}
            <a className="link" href="#own-words">
              {what.writeOwn}
            </a>{' '}
            <a className="link" href={`/opportunities?q=${encodeURIComponent(search)}`}>
              {what.lookThrough}
            </a>
          </p>
          {entries.length > SHOWN && (
            <div className="mt-4">
              <Disclosure summary={what.rest(entries.length - SHOWN)}>
                <Entries entries={entries.slice(SHOWN)} />
              </Disclosure>
            </div>
          )}
        </PlainForm>
      </section>
      <OwnWords formKey={formKey} />
    </LogFrame>
  )
}

/** So many fit on a phone before the other way is in sight. */
const SHOWN = 3

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="rows mt-6">
      {entries.map(entry => (
        <CatalogueEntry key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}

function CatalogueSearch({ search }: { search: string }) {
  const { what } = useMessages().log
  return (
    <PlainForm
      method="get"
      action="/activities/new"
      role="search"
      className="mt-4 flex flex-wrap items-end gap-3"
    >
      <label className="field min-w-0 flex-1 basis-60">
        <span className="field-label">{what.search}</span>
        <input className="input" type="search" name="q" key={search} defaultValue={search} maxLength={100} />
      </label>
      <SubmitButton tone="second" icon="search">
        {what.find}
      </SubmitButton>
    </PlainForm>
  )
}

function OwnWords({ formKey }: { formKey: string }) {
  const { what } = useMessages().log
  const [form, fields] = useForm<WhatTyped>({
    id: 'own',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <section className="border-t border-line py-7" id="own-words">
      <h2>{what.own}</h2>
      <p className="section-note mb-6">{what.ownNote}</p>
      <Form form={form}>
        <HiddenFields values={{ formKey }} />
        <WhatFields fields={fields} />
        <LogFoot>
          <SubmitButton>{what.next}</SubmitButton>
        </LogFoot>
      </Form>
    </section>
  )
}
