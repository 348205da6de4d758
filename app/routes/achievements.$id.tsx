import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Emblem } from '~/components/emblem'
import { Level } from '~/components/level'
import { Crumbs, PageTitle } from '~/components/page-title'
import { ProgrammeDetails } from '~/components/programme-details'
import { Said, SaidElse } from '~/components/programme-said'
import { RequirementList } from '~/components/requirement-list'
import { Note, Section } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { describedIssuer } from '~/domain/achievement.server'
import { findHouse } from '~/domain/institution.server'
import { findDescription } from '~/domain/programme-description.server'
import { emblemOf, type Outcome } from '~/domain/programme-description'
import { translationFor } from '~/domain/programme-translation'
import { wantedLanguages } from '~/lib/languages.server'
import { found } from '~/lib/refusal'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ catalogue }, data) => data?.programme.title ?? catalogue.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { latest, ...programme } = found(await findDescription(params.id ?? ''))
  const institution = await findHouse()
  const translated = translationFor(programme.translations, wantedLanguages(request), institution.language)
  const { accreditation } = institution
  return { programme, translated, latest, issuer: describedIssuer(institution), accreditation }
}

export default function Achievement() {
  const { programme, translated, latest, issuer, accreditation } = useLoaderData<typeof loader>()
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
      {programme.outcomes.length > 0 && <Outcomes outcomes={programme.outcomes} />}
      <Section title={catalogue.asks} note={catalogue.asksNote}>
        <RequirementList requirement={programme.requirement} names={programme.names} />
      </Section>
      <SaidElse translated={translated} />
      <Section title={catalogue.details} note={catalogue.detailsNote}>
        <ProgrammeDetails programme={programme} issuer={issuer} accreditation={accreditation} />
      </Section>
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

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { catalogue } = useMessages()
  return (
    <Section title={catalogue.outcomes}>
      <ul className="rows">
        {outcomes.map(({ competencyId, name, code, level }) => (
          <li key={competencyId} className="flex flex-wrap justify-between gap-x-8 gap-y-1">
            <div className="min-w-0">
              <h3>
                {name} {code && <span className="label font-sans">{code}</span>}
              </h3>
              <p className="mt-1 max-w-[60ch]">{level.descriptor}</p>
            </div>
            <Level at={level.position} of={level.of} name={level.name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
