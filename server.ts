import { createServer, type Server } from 'node:http'
import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { boot, shutDown } from '~/boot.server'
import { readiness, type Readiness } from '~/health.server'
import { sharedAddresses } from '~/lib/accept.server'
import { refuseLongForms } from '~/lib/body-limit.server'
import { endFor, settings, SettingsError } from '~/lib/env.server'
import { webServer } from '~/lib/http.server'
import { refuseForeignOrigin } from '~/lib/origin.server'
import { log } from '~/lib/log.server'
import { Refusal } from '~/lib/refusal'
import { remixInParts } from '~/lib/remix.server'
import { paperRunZip } from '~/paper-run-zip.server'
import { renderedPages } from '~/rendered-page.server'
import { storedDocuments } from '~/stored-document.server'
import { uploads } from '~/uploads.server'
import { signInTable } from './prisma/seed'

const DRAIN_SECONDS = 20
// Longer than a proxy in front keeps a connection it does not use, or it may send a request into one being closed.
const KEEP_ALIVE_SECONDS = 75

/** Addresses that stand inside credentials: a page for people, JSON for programs. */
const twoForms = {
  pages: /^\/(credentials|achievements|endorsements|issuers)\/[\w-]+$/,
  documents: /^\/status\/[\w-]+$/,
}

try {
  await boot()
  stopInOrder(await listen(await routes()))
} catch (error) {
  // An institution cannot begin without a key: whoever should keep it says why there is none.
  if (!(error instanceof SettingsError || error instanceof Refusal)) throw error
  endFor(error)
}

function listen(build: ServerBuild): Promise<Server> {
  const app = webServer()
  app.get('/healthz', (_request, response) => void response.json({ alive: true }))
  app.get('/readyz', (_request, response, next) => {
    const answer = (checks: Readiness) => response.status(Object.values(checks).every(Boolean) ? 200 : 503).json(checks)
    readiness().then(answer).catch(next)
  })
  app.use(refuseForeignOrigin)
  app.all('/activities/:activityId/uploads/:uploadId?', uploads)
  app.use(refuseLongForms, sharedAddresses(twoForms))
  app.get('/paper-runs/:id([\\w-]+).zip', paperRunZip)
  app.get('/credentials/:id([\\w-]+)', renderedPages(build.assets.version))
  app.get('/credentials/:id([\\w-]+).json', storedDocuments('credential'))
  app.get('/transcripts/:id([\\w-]+).json', storedDocuments('transcript'))
  app.all('*', pages(build))
  const { port, host, publicUrl } = settings()
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_SECONDS * 1000 }, app).once('error', reject)
    server.listen(port, host, async () => {
      process.stdout.write(`Vouch is at ${publicUrl}\n${await signInTable()}`)
      resolve(server)
    })
  })
}

function routes(): Promise<ServerBuild> {
  return import('virtual:remix/server-build')
}

function pages(build: ServerBuild): RequestHandler {
  const getLoadContext: GetLoadContextFunction = (_request, { locals: { nonce, keepRendered } }) => ({ nonce, keepRendered })
  if (import.meta.env.PROD) return remixInParts(build, getLoadContext)
  // In development the routes are asked for anew each time: they may have been written again.
  return createRequestHandler({ build: routes, getLoadContext })
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
