import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { findStatusList } from '~/domain/status-list.server'
import { found } from '~/lib/refusal'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ credential }) => credential.statusList.title)

export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.listId ?? ''
  found(await findStatusList(id))
  return { id, institution: (await findHouse()).name }
}

export default function StatusList() {
  const { id, institution } = useLoaderData<typeof loader>()
  const { statusList } = useMessages().credential
  return (
    <StrangerFrame institution={institution} width="narrow">
      <PageTitle above={statusList.title} below={statusList.words(institution)}>
        {statusList.heading}
      </PageTitle>
      <p className="pb-12">
        <LinkButton to={`/status/${id}.json`} icon="download">
          {statusList.json}
        </LinkButton>
      </p>
    </StrangerFrame>
  )
}
