import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { SubmitButton } from '~/components/button'
import { DisclosureList } from '~/components/disclosure-list'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { PlainForm } from '~/components/plain-form'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { ButtonForm } from '~/domain/activity-forms.server'
import { listDisclosures } from '~/domain/disclosures.server'
import { beginExport, ownData } from '~/domain/own-data.server'
import { submit, type Reply } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { zipOf } from '~/lib/zip.server'
import { useMessages } from '~/messages/messages'

/** The download answers the form itself, which no script should take over. */
export const handle = { isPlain: true }

export const meta = titled(({ ownData }) => ownData.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const before = new URL(request.url).searchParams.get('before')
  return { ...(await listDisclosures(person, before)), isFirst: !before }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  return submit(request, ButtonForm, async () => {
    await beginExport(person)
    return new Response(createReadableStreamFromReadable(zipOf(ownData(person))), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="vouch.zip"',
        'Cache-Control': 'no-store',
      },
    })
  })
}

export default function OwnData() {
  const { disclosures, older, isFirst } = useLoaderData<typeof loader>()
  const { ownData: words, yourAccount } = useMessages()
  const [form] = useForm<Record<string, string>>({ id: 'take', lastResult: useActionData<Reply>()?.reply ?? null })
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/account', words: yourAccount.title }} />}>{words.title}</PageTitle>
      {isFirst && (
        <Section title={words.take} note={words.takeNote}>
          <PlainForm form={form} action="/account/data">
            <SubmitButton tone="second" icon="archive">
              {words.button}
            </SubmitButton>
          </PlainForm>
        </Section>
      )}
      <Section title={words.shown} note={words.shownNote}>
        {disclosures.length === 0 ? <p>{words.none}</p> : <DisclosureList disclosures={disclosures} />}
        <Pager olderHref={older && `/account/data?before=${older}`} newestHref={isFirst ? null : '/account/data'} />
      </Section>
    </>
  )
}
