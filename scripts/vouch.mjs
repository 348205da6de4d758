// npm run vouch -- …: the operator's command line.
import { build, install } from './prepare.mjs'

install()
await build()
process.env.NODE_ENV ??= 'production'
await import('../build/server/vouch.js')
