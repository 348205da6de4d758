import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CredentialView } from '~/components/credential-view'
import { PageTitle } from '~/components/page-title'
import { Note } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { checkStanding } from '~/domain/credential-check.server'
import { findHouse } from '~/domain/institution.server'
import { audienceOf, findStanding, showCredential, type Audience } from '~/domain/shown-credential.server'
import { PRIVATE, REVALIDATED } from '~/lib/document.server'
import { etagOf, holds } from '~/lib/etag.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { themeOf } from '~/lib/theme.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ credential }, data) => {
  const sheet = data?.credential?.sheet
  return sheet ? credential.title(sheet.programme.title, sheet.holder) : credential.gone
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const standing = found(await findStanding(params.id ?? ''))
  const audience = found(await audienceOf(standing, () => findActor(request)))
  const check = await checkStanding(standing)
  const etag = etagOf(JSON.stringify(standing), check.at.getTime(), themeOf(request) ?? '')
  const headers = headersFor(audience, etag)
  if (audience === 'everyone' && holds(request, etag)) return data(null, { status: 304, headers })
  const { name } = await findHouse()
  return data({ institution: name, audience, credential: await showCredential(standing, check) }, { headers })
}

function headersFor(audience: Audience, etag: string) {
  const isPublic = audience === 'everyone'
  return {
    'Cache-Control': isPublic ? REVALIDATED : PRIVATE,
    'X-Robots-Tag': 'noindex, nofollow',
    Vary: 'Cookie',
    ...(isPublic && { ETag: etag }),
  }
}

export default function Credential() {
  const shown = useLoaderData<typeof loader>()
  const words = useMessages().credential
  if (!shown) return null // A 304 is never rendered.
  const { institution, audience, credential } = shown
  return (
    <StrangerFrame
      institution={institution}
      width={credential ? 'wide' : 'narrow'}
      footer={
        credential?.sheet.holder && audience === 'everyone' ? words.shown(credential.sheet.holder) : undefined
      }
    >
      {audience !== 'everyone' && <OnlyHere audience={audience} id={credential?.id} />}
      {credential ? (
        <CredentialView credential={credential} />
      ) : (
        <PageTitle below={words.replaced.words}>{words.replaced.title}</PageTitle>
      )}
    </StrangerFrame>
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
