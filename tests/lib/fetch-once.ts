import { fetchGuarded } from '../../app/lib/fetch.server'

// A process of its own for fetch.test.ts: a certificate authority is trusted from the start or not at all.
const [, , ownOrigin = ''] = process.argv
const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
const fetched = await fetchGuarded(ownOrigin, { accept: 'text/plain', ownOrigin, resolve })
process.stdout.write(JSON.stringify(fetched))
