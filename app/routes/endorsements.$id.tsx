import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Letter } from '~/components/letter'
import { PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { findSharedEndorsement, readEndorsement } from '~/domain/endorsement-record.server'
import { REVALIDATED } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(
  ({ credential }, data) => data?.endorsement.title ?? credential.endorsement.title,
)

export const headers = () => ({ 'Cache-Control': REVALIDATED, 'X-Robots-Tag': 'noindex' })

export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  return { id, endorsement: readEndorsement(found(await findSharedEndorsement(id))) }
}

export default function Endorsement() {
  const { id, endorsement } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const words = messages.credential.endorsement
  const day = format.day(format.dayOf(endorsement.recordedAt))
  return (
    <StrangerFrame institution={endorsement.issuer} width="middle">
      <PageTitle above={words.title} below={words.about}>
        {endorsement.title}
      </PageTitle>
      <Letter
        title={endorsement.title}
        head={words.recorded(endorsement.issuer)}
        day={day}
        role={endorsement.title}
        assurance={
          <a className="quiet-link" href={`/endorsements/${id}.json`}>
            {words.json}
          </a>
        }
      >
        {endorsement.statement || words.noStatement}
      </Letter>
      <div className="mt-8">
        <OnRecord />
      </div>
    </StrangerFrame>
  )
}

function OnRecord() {
  const { endorsement } = useLoaderData<typeof loader>()
  const words = useWords().messages.credential.endorsement
  return (
    <>
      <Section title={words.judged} note={words.judgedNote}>
        <ul className="rows">
          {endorsement.judgements.map(({ competency, sentence }) => (
            <li key={competency}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.record}>
        <ul className="prose">
          {endorsement.record.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
