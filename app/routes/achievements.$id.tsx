import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Emblem } from '~/components/emblem'
import { Crumbs, PageTitle } from '~/components/page-title'
import { PartnerEndorsements } from '~/components/partner-endorsements'
import { ProgrammeDetails } from '~/components/programme-details'
import { ProgrammeOutcomes } from '~/components/programme-outcomes'
import { Said, SaidElse } from '~/components/programme-said'
import { RequirementList } from '~/components/requirement-list'
import { Note, Section } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { describedIssuer } from '~/domain/achievement.server'
import { findHouse } from '~/domain/institution.server'
import { listEndorsedAs } from '~/domain/partner.server'
import { findDescription } from '~/domain/programme-description.server'
import { emblemOf } from '~/domain/programme-description'
import { translationFor } from '~/domain/programme-translation'
import { wantedLanguages } from '~/lib/languages.server'
import { found } from '~/lib/refusal'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ catalogue }, data) => data?.programme.title ?? catalogue.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { latest, ...programme } = found(await findDescription(params.id ?? ''))
  const endorsed = await listEndorsedAs(params.id ?? '')
  const institution = await findHouse()
  const translated = translationFor(programme.translations, wantedLanguages(request), institution.language)
  const { accreditation } = institution
  return { programme, translated, endorsed, latest, issuer: describedIssuer(institution), accreditation }
}

export default function Achievement() {
  const { programme, translated, endorsed, latest, issuer, accreditation } = useLoaderData<typeof loader>()
  const { catalogue } = useMessages()
  return (
    <StrangerFrame institution={issuer.name} width="wide">
      <div className="flex flex-wrap items-center justify-between gap-x-10">
        <PageTitle
          above={
            <Crumbs
              back={{ to: '/catalogue', words: catalogue.title }}
              here={catalogue.version(programme.version)}
            />
          }
          below={<Said of="description" original={programme.description} translated={translated} />}
        >
          <Said of="title" original={programme.title} translated={translated} />
        </PageTitle>
        <div className="max-sm:hidden">
          <Emblem source={emblemOf(programme, issuer.name)} size={168} />
        </div>
      </div>
      <Standing version={programme.version} latest={latest} />
      <ProgrammeOutcomes outcomes={programme.outcomes} />
      <Section title={catalogue.asks} note={catalogue.asksNote}>
        <RequirementList requirement={programme.requirement} names={programme.names} />
      </Section>
      <SaidElse translated={translated} />
      <Section title={catalogue.details} note={catalogue.detailsNote}>
        <ProgrammeDetails programme={programme} issuer={issuer} accreditation={accreditation} />
      </Section>
      <PartnerEndorsements endorsed={endorsed} />
    </StrangerFrame>
  )
}

function Standing({
  version,
  latest,
}: {
  version: number
  latest: { publicId: string; version: number } | null
}) {
  const { catalogue } = useMessages()
  if (latest?.version === version) return null
  return (
    <div className="pb-8">
      <Note tone="sky">
        {latest ? catalogue.newer(latest.version) : catalogue.retired}{' '}
        {latest && (
          <a className="link" href={`/achievements/${latest.publicId}`}>
            {catalogue.seeNewer}
          </a>
        )}
      </Note>
    </div>
  )
}
