import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { Table, Terms } from '~/components/table'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { issuerFacts } from '~/domain/issuer.server'
import { listKeys } from '~/domain/signing-key.server'
import { found } from '~/lib/refusal'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(
  ({ credential }, data) => data?.institution.name ?? credential.issuer.about,
)

export async function loader({ params }: LoaderFunctionArgs) {
  const house = await findHouse()
  const { slug, name, legalName, country, accreditation, url, contactEmail, office } = found(
    house.slug === params.slug ? house : null,
  )
  return {
    institution: {
      slug,
      name,
      legalName,
      country,
      accreditation,
      url,
      contactEmail,
      office,
      did: issuerFacts(house).id,
    },
    keys: await listKeys(house.id),
  }
}

export default function Issuer() {
  const { institution } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { issuer: words } = messages.credential
  return (
    <StrangerFrame institution={institution.name} width="wide">
      <PageTitle below={words.intro}>{institution.name}</PageTitle>
      <Section title={words.about}>
        <Terms
          terms={[
            { name: words.legalName, value: institution.legalName },
            { name: words.office, value: institution.office },
            { name: words.country, value: format.country(institution.country) },
            { name: words.accreditation, value: institution.accreditation },
            {
              name: words.website,
              value: institution.url && (
                <a className="link" href={institution.url}>
                  {institution.url}
                </a>
              ),
            },
            { name: words.contact, value: institution.contactEmail },
            { name: words.did, value: <code>{institution.did}</code> },
          ].filter(({ value }) => value)}
        />
      </Section>
      <Keys />
    </StrangerFrame>
  )
}

function Keys() {
  const { institution, keys } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { issuer: words } = messages.credential
  return (
    <Section title={words.keys} note={words.keysNote}>
      <Table
        caption={words.keys}
        columns={[{ title: words.key }, { title: words.since }, { title: words.state }]}
        rows={keys.map(({ id, publicKeyMultibase, createdAt, status }) => ({
          key: id,
          cells: [
            <code key={id} className="text-sm break-all">
              {publicKeyMultibase}
            </code>,
            format.shortDay(format.dayOf(createdAt)),
            words.states[status],
          ],
        }))}
      />
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        <a className="link" href={`/issuers/${institution.slug}/did.json`}>
          {words.didDocument}
        </a>
        <a className="link" href={`/issuers/${institution.slug}.json`}>
          {words.profile}
        </a>
      </p>
    </Section>
  )
}
