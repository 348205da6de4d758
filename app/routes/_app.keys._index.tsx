import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { KeyList, OutsideNote } from '~/components/key-list'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { mayKeepKeys } from '~/domain/policy'
import { findKeysOutside, listKeys } from '~/domain/signing-key.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ keys }) => keys.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const admin = await requirePerson(request)
  allowed(mayKeepKeys(admin))
  const keys = await listKeys(admin.institutionId)
  const { slug } = await findHouse()
  return {
    slug,
    outside: await findKeysOutside(slug),
    active: keys.filter(({ status }) => status === 'active'),
    former: keys.filter(({ status }) => status !== 'active').reverse(),
  }
}

export default function Keys() {
  const { slug, outside, active, former } = useLoaderData<typeof loader>()
  const { keys: words, housePapers } = useMessages()
  return (
    <>
      <PageTitle below={words.below} actions={<LinkButton to="/papers">{housePapers.title}</LinkButton>}>
        {words.heading(active.length)}
      </PageTitle>
      <Section title={words.now} note={words.nowNote}>
        <KeyList keys={active} />
        <OutsideNote outside={outside} />
        <p className="mt-4">
          <a className="link" href={`/issuers/${slug}`}>
            {words.published}
          </a>
        </p>
      </Section>
      <Section title={words.former} note={words.formerNote}>
        {former.length > 0 ? <KeyList keys={former} /> : <p>{words.noFormer}</p>}
      </Section>
    </>
  )
}
