import zlib from 'node:zlib'
import { createRequire, syncBuiltinESMExports } from 'node:module'
const real = zlib.deflateSync
let log: [number, number, number][] = []
zlib.deflateSync = ((b: Buffer, o?: object) => { const t = process.hrtime.bigint(); const r = real(b, o as never); log.push([b.length, r.length, Number(process.hrtime.bigint() - t) / 1e3]); return r }) as never
syncBuiltinESMExports()
const { renderCertificate } = await import('./app/documents/certificate')
const { factsOf } = await import('./tests/documents/specimen-facts')
for (let i = 0; i < 30; i++) { log = []; await renderCertificate(factsOf()) }
for (const [a, b, t] of log) console.log(a, '→', b, t.toFixed(0), 'µs')
console.log('sum', log.reduce((s, x) => s + x[2], 0))
for (const level of [1, 3, 6, 9]) { const t = performance.now(); for (let i = 0; i < 20; i++) for (const [a] of log) {} }
