import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { CredentialView } from '~/components/credential-view'
import { PageTitle } from '~/components/page-title'
import { Note } from '~/components/section'
import { shownElsewhere } from '~/components/shown-elsewhere'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { elsewhereOf, isShownElsewhere } from '~/domain/elsewhere'
import { findHouse } from '~/domain/institution.server'
import { audienceOf, findStanding, showCredential } from '~/domain/shown-credential.server'
import { PRIVATE } from '~/lib/document.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { useMessages, wordsIn } from '~/messages/messages'

export const handle = { isPlain: true }

const title = titled<typeof loader>(({ credential }, data) => {
  const sheet = data?.credential?.sheet
  return sheet ? credential.title(sheet.programme.title, sheet.holder) : credential.gone
})

/** Only what everyone may see is told to other sites. */
export const meta: MetaFunction<typeof loader> = args => [
  ...(title(args) ?? []),
  ...(args.data?.elsewhere ? shownElsewhere(args.data.elsewhere) : []),
]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const standing = found(await findStanding(params.id ?? ''))
  const audience = found(await audienceOf(standing, () => findActor(request)))
  const { name, language, timeZone } = await findHouse()
  const credential = await showCredential(standing)
  const isNew = new URL(request.url).searchParams.has('accepted')
  const isElsewhere = audience === 'everyone' && credential !== null && isShownElsewhere(credential)
  const elsewhere = isElsewhere ? elsewhereOf(credential, wordsIn(language, timeZone, credential.awardedDate)) : null
  const shown = { institution: name, audience, isNew, credential, elsewhere }
  // What everyone may see is served by rendered-page.server.ts, which says how long it lasts.
  return data(shown, audience === 'everyone' ? {} : { headers: { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex, nofollow' } })
}

export default function Credential() {
  const { institution, audience, isNew, credential } = useLoaderData<typeof loader>()
  const words = useMessages().credential
  return (
    <StrangerFrame
      institution={institution}
      width={credential ? 'wide' : 'narrow'}
      footer={
        credential?.sheet.holder && audience === 'everyone' ? words.shown(credential.sheet.holder) : undefined
      }
    >
      {isNew && audience === 'holder' && credential ? (
        <JustAccepted id={credential.id} title={credential.sheet.programme.title} />
      ) : (
        audience !== 'everyone' && <OnlyHere audience={audience} id={credential?.id} />
      )}
      {credential ? (
        <CredentialView credential={credential} />
      ) : (
        <PageTitle below={words.replaced.words}>{words.replaced.title}</PageTitle>
      )}
    </StrangerFrame>
  )
}

/** The moment all of it was for, and what to do with it. */
function JustAccepted({ id, title }: { id: string; title: string }) {
  const { accepted } = useMessages().credential
  return (
    <div className="title">
      <h2 className="max-w-[40ch]">{accepted.title(title)}</h2>
      <p className="mt-3 max-w-[62ch]">{accepted.words}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <LinkButton tone="primary" icon="share-2" to={`/credentials/${id}/share`}>
          {accepted.share}
        </LinkButton>
        <LinkButton to="/credentials">{accepted.all}</LinkButton>
      </p>
    </div>
  )
}

function OnlyHere({ audience, id }: { audience: 'holder' | 'office'; id: string | undefined }) {
  const words = useMessages().credential
  return (
    <div className="pt-5">
      <Note tone="sky" icon="lock">
        {audience === 'office' ? words.onlyOffice : words.onlyYou}{' '}
        {audience === 'holder' && id && (
          <a className="link" href={`/credentials/${id}/share`}>
            {words.share}
          </a>
        )}
      </Note>
    </div>
  )
}
