import { createServer, type Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import * as build from 'virtual:remix/server-build'
import { boot, shutDown } from '~/boot.server'
import { readiness, type Readiness } from '~/health.server'
import { sharedAddresses } from '~/lib/accept.server'
import { refuseLongForms } from '~/lib/body-limit.server'
import { endFor, settings, SettingsError } from '~/lib/env.server'
import { webServer } from '~/lib/http.server'
import { refuseForeignOrigin } from '~/lib/origin.server'
import { log } from '~/lib/log.server'
import { signInTable } from './prisma/seed'

const DRAIN_SECONDS = 20

/** Addresses that stand inside credentials: a page for people, JSON for programs. */
const twoForms = {
  pages: /^\/(credentials|achievements|endorsements|issuers)\/[\w-]+$/,
  documents: /^\/status\/[\w-]+$/,
}

try {
  await boot()
  stopInOrder(await listen())
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  endFor(error)
}

function listen(): Promise<Server> {
  const app = webServer()
  app.get('/healthz', (_request, response) => void response.json({ alive: true }))
  app.get('/readyz', (_request, response, next) => {
    const answer = (checks: Readiness) => response.status(Object.values(checks).every(Boolean) ? 200 : 503).json(checks)
    readiness().then(answer).catch(next)
  })
  app.use(refuseForeignOrigin, refuseLongForms, sharedAddresses(twoForms))
  // In development the routes are asked for anew each time: they may have been written again.
  const routes = import.meta.env.PROD ? build : () => import('virtual:remix/server-build')
  app.all('*', createRequestHandler({ build: routes, getLoadContext: (_request, response) => ({ nonce: response.locals.nonce }) }))
  const { port, host, publicUrl } = settings()
  return new Promise((resolve, reject) => {
    const server = createServer(app).once('error', reject)
    server.listen(port, host, async () => {
      process.stdout.write(`Vouch is at ${publicUrl}\n${await signInTable()}`)
      resolve(server)
    })
  })
}

/** On SIGTERM: accept nothing new, let what is under way finish, then leave. */
function stopInOrder(server: Server) {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      setTimeout(() => process.exit(1), DRAIN_SECONDS * 1000).unref()
      server.close(async () => {
        await shutDown()
        process.exit(0)
      })
      server.closeIdleConnections()
    })
  }
}
