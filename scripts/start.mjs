// npm start: everything from a bare clone to an answering server.
import { build, install } from './prepare.mjs'

install()
await build()
process.env.NODE_ENV ??= 'production'
await import('../build/server/server.js')
