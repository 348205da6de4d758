import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { wreathOf } from '~/components/outlook-cards'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Pathway } from '~/components/pathway'
import { ProgrammeDetails } from '~/components/programme-details'
import { SaidElse } from '~/components/programme-said'
import { ProgressTree } from '~/components/progress-tree'
import { Section } from '~/components/section'
import { Suggestions } from '~/components/suggestions'
import { titled } from '~/components/titled'
import { Wreath } from '~/components/wreath'
import { describedIssuer } from '~/domain/achievement.server'
import { findHouse } from '~/domain/institution.server'
import { findProgrammePage } from '~/domain/programme-page.server'
import { translatedFields, translationFor } from '~/domain/programme-translation'
import { wantedLanguages } from '~/lib/languages.server'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const meta = titled<typeof loader>(({ outlook }, data) => data?.programme.title ?? outlook.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const page = await findProgrammePage(person, params.programmeId)
  const institution = await findHouse()
  const translated = translationFor(page.programme.translations, wantedLanguages(request), institution.language)
  return { ...page, translated, id: params.programmeId ?? '', issuer: describedIssuer(institution), accreditation: institution.accreditation }
}

export default function Programme() {
  const { id, programme, translated, progress, outlook, pathway, suggestions, issuer, accreditation } = useLoaderData<typeof loader>()
  const words = useWords()
  const { outlook: said, catalogue, programme: programmes, pathway: path, suggestions: could } = words.messages
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-10">
        <PageTitle
          above={
            <Crumbs back={{ to: '/programmes', words: said.back }} here={programmes.level[programme.level]} />
          }
          below={programme.description}
          actions={<Ways />}
        >
          {said.heading1(programme.title, outlook.missing, outlook.isMet, outlook.isHeld, outlook.isOffered)}
        </PageTitle>
        <div className="pb-8 md:pb-0">
          <Wreath {...wreathOf(outlook, words)} size={168} />
        </div>
      </div>
      <Section title={said.asks} note={said.asksNote}>
        <ProgressTree progress={progress} names={programme.names} />
      </Section>
      {suggestions.length > 0 && (
        <Section title={could.title} note={could.note}>
          <Suggestions suggestions={suggestions} names={programme.names} />
        </Section>
      )}
      {pathway && (
        <Section title={path.here} note={path.hereNote}>
          <Pathway pathway={pathway} here={id} />
        </Section>
      )}
      <SaidElse translated={translated} fields={translatedFields} />
      <Section title={catalogue.details} note={catalogue.detailsNote}>
        <ProgrammeDetails programme={programme} issuer={issuer} accreditation={accreditation} />
        <p className="mt-5">
          <a className="link" href={`/achievements/${programme.publicId}`}>
            {said.public}
          </a>
        </p>
      </Section>
    </>
  )
}

function Ways() {
  const { offerId, credentialId } = useLoaderData<typeof loader>()
  const { outlook: words } = useWords().messages
  if (offerId) return <LinkButton icon="gift" to={`/offers/${offerId}`}>{words.answer}</LinkButton>
  return credentialId && <LinkButton tone="quiet" to={`/credentials/${credentialId}`}>{words.open}</LinkButton>
}
