import zlib from 'node:zlib'
import { syncBuiltinESMExports } from 'node:module'
const real = zlib.deflateSync
let log: Buffer[] = []
zlib.deflateSync = ((b: Buffer, o?: object) => { log.push(Buffer.from(b)); return real(b, o as never) }) as never
syncBuiltinESMExports()
const { renderCertificate } = await import('./app/documents/certificate')
const { factsOf } = await import('./tests/documents/specimen-facts')
await renderCertificate(factsOf()); log = []; await renderCertificate(factsOf())
const big = log.find(b => b.length > 60000)!
for (const o of [{ level: 1 }, { level: 2 }, { level: 3 }, { level: 4 }, { level: 5 }, { level: 6 }, { level: 6, memLevel: 9 }, { level: 5, chunkSize: 65536 }, {level:6,chunkSize:65536}, { level: 3, strategy: 1 }]) {
  let best = Infinity, out = 0
  for (let i = 0; i < 30; i++) { const t = performance.now(); out = real(big, o).length; best = Math.min(best, performance.now() - t) }
  console.log(JSON.stringify(o), out, best.toFixed(2))
}
const text = big.toString('latin1')
const kinds: Record<string, number> = {}
for (const line of text.split('\n')) { const op = line.trim().split(' ').pop() ?? ''; kinds[op] = (kinds[op] ?? 0) + line.length + 1 }
console.log(Object.entries(kinds).sort((a, b) => b[1] - a[1]).slice(0, 12))
