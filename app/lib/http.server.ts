import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { markClient } from './client.server'
import { settings } from './env.server'
import { log, pathForLog } from './log.server'
import { refuseForeignHost } from './origin.server'
import { root } from './root.server'

declare global {
  // Express's own way of typing what middleware leaves for the next.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      nonce: string
    }
  }
}

/** Everything that stands before Remix: who is trusted, what browsers may do, what is kept and what is logged. */
export function webServer(): Express {
  const app = express()
  const { trustProxy } = settings()
  app.disable('x-powered-by')
  app.set('trust proxy', /^\d+$/.test(trustProxy) ? Number(trustProxy) : trustProxy || false)
  app.use(logRequests, refuseForeignHost, refuseNul)
  app.use(compression())
  app.use(isDevelopment ? compiledOnDemand() : builtAssets())
  app.use(markClient, keepToOurselves, secure())
  return app
}

/** PostgreSQL takes no NUL in any text: nothing of ours has one in its address. */
const refuseNul: RequestHandler = ({ url }, response, next) => {
  if (url.includes('%00')) response.status(404).end()
  else next()
}

const ours = { 'Cache-Control': 'private, no-store', 'Cross-Origin-Resource-Policy': 'same-origin' }

/** Unless its route says otherwise. Said last: Remix adds its headers to those there are already. */
const keepToOurselves: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => typeof response // whichever overload
  response.writeHead = (...head: unknown[]) => {
    for (const [name, value] of Object.entries(ours)) if (!response.hasHeader(name)) response.setHeader(name, value)
    return writeHead(...head)
  }
  next()
}

const isDevelopment = import.meta.env.DEV

/** Names of assets change with their content; everything else is asked for again within the hour. */
function builtAssets(): RequestHandler[] {
  const assets = express.Router().use('/assets', express.static(join(root, 'build/client/assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  const files = express.static(join(root, 'build/client'), { maxAge: '1h', index: false })
  const names = new Set(readdirSync(join(root, 'build/client')))
  // Else the disk would be looked at for every page.
  return [assets, (request, response, next) => (names.has(request.path.split('/', 2)[1] ?? '') ? files(request, response, next) : next())]
}

/** In development Vite compiles what the browser asks for; scripts/dev.mjs leaves it here. */
function compiledOnDemand(): RequestHandler {
  return Reflect.get(globalThis, Symbol.for('vouch.vite'))
}

function secure(): RequestHandler[] {
  const isHttps = settings().publicUrl.startsWith('https:')
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64')
      response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", nonceOf],
          // Vite puts styles into the page while they are being written, and a nonce would forbid it that.
          styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", nonceOf],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(isHttps && { upgradeInsecureRequests: [] }),
        },
      },
      // Tokens stand in paths: no Referer leaves, not even to ourselves.
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isHttps,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: false,
    }),
  ]
}

// The server's half of the response holds no type for it.
const nonceOf = (_request: unknown, response: unknown) => `'nonce-${(response as express.Response).locals.nonce}'`

/** One line a request. */
const logRequests: RequestHandler = (request, response, next) => {
  const start = performance.now()
  response.once('finish', () => {
    const ms = Math.round(performance.now() - start)
    log.info({ method: request.method, path: pathForLog(request.originalUrl), status: response.statusCode, ms })
  })
  next()
}
