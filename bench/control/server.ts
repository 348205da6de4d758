import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import express from 'express'

// Express and Remix with nothing in between: what a page costs at the very least.
const build = await import(pathToFileURL(join(import.meta.dirname, '../../.cache/bench/build/server/index.js')).href)
const app = express()
app.disable('x-powered-by')
app.all('*', createRequestHandler({ build, mode: 'production', getLoadContext: () => ({ nonce: 'bench' }) }))
app.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
