import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DesignChanges } from '~/components/design-changes'
import { DesignHead } from '~/components/design-head'
import { titled } from '~/components/titled'
import { findDesign, findVersionBefore, listOutcomeChoices } from '~/domain/design-page.server'
import { findHouse } from '~/domain/institution.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ design }, data) =>
  data?.older ? design.changes.title(data.newer.version, data.older.version) : design.ways.changes,
)

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const newer = await findDesign(person, programmeId)
  const [before, choices, { name }] = await Promise.all([
    findVersionBefore(newer),
    listOutcomeChoices(person.institutionId),
    findHouse(),
  ])
  return { newer, older: before && (await findDesign(person, before)), choices, institution: name }
}

export default function DesignVersionChanges() {
  const { newer, older, choices, institution } = useLoaderData<typeof loader>()
  const { changes } = useMessages().design
  return (
    <>
      <DesignHead design={newer} />
      <h2 className="border-t border-line py-6">
        {older ? changes.title(newer.version, older.version) : changes.first}
      </h2>
      {older && <DesignChanges {...{ older, newer, choices, institution }} />}
    </>
  )
}
