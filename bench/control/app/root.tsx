import { Links, Meta, Outlet, Scripts } from '@remix-run/react'
import { useNonce } from '~/components/nonce'

export default function Root() {
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
