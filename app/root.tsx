import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse, Links, Meta, Outlet, Scripts,
  useLocation, useMatches, useRouteError, useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useNonce } from './components/nonce'
import { documentTitle } from './components/page-title'
import { Problem, problemIn } from './components/problem'
import { findHouse } from './domain/institution.server'
import { now } from './lib/clock.server'
import { themeIn } from './lib/theme.server'
import { LanguageProvider, messagesIn } from './messages/messages'
import './tailwind.css'

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, contactEmail, language, timeZone } = await findHouse()
  const theme = themeIn(request.headers.get('Cookie'))
  return { institution: name, contact: contactEmail, language, timeZone, now: now().getTime(), theme }
}

/** What broke names itself; every page has a title of its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error, location }) => {
  const messages = messagesIn(data?.language ?? 'en')
  const { brand } = messages.common
  if (!error) return [{ title: brand }]
  return [{ title: documentTitle(messages, problemIn(messages, statusOf(error), location.pathname).title) }]
}

/** The page's own data stays as it was while the reader only moves about. */
export const shouldRevalidate = () => false

/** Pages that are only read, or opened by strangers, carry no script at all: `export const handle = { isPlain: true }`. */
interface PageHandle {
  isPlain?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const known = useRouteLoaderData<typeof loader>('root')
  const { language, direction } = messagesIn(known?.language ?? 'en')
  const isPlain = useMatches().some(match => (match.handle as PageHandle | undefined)?.isPlain)
  return (
    <html lang={language} dir={direction} data-theme={known?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language} timeZone={known?.timeZone ?? 'UTC'} now={known?.now ?? Date.now()}>
          {children}
        </LanguageProvider>
        {!isPlain && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const { pathname } = useLocation()
  const house = useRouteLoaderData<typeof loader>('root') ?? null
  return <Problem status={statusOf(useRouteError())} path={pathname} house={house} />
}

function statusOf(error: unknown) {
  return isRouteErrorResponse(error) ? error.status : 500
}
