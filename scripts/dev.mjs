// npm run dev: the same server with live reload. Vite compiles what changes; nothing is built.
import { generate, install } from './prepare.mjs'

install()
await generate()
process.env.NODE_ENV = 'development'
const { createServer } = await import('vite')
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
globalThis[Symbol.for('vouch.vite')] = vite.middlewares
await vite.ssrLoadModule('./server.ts')
