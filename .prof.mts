import { renderCertificate } from './app/documents/certificate'
import { renderTranscript } from './app/documents/transcript'
import { factsOf } from './tests/documents/specimen-facts'
import { transcriptOf } from './tests/documents/transcript-facts'
import { createHash } from 'node:crypto'
const kind = process.argv[2], N = Number(process.argv[3] ?? 300)
const draw = async (i: number) => {
  if (kind === 'transcript') return renderTranscript(transcriptOf(300))
  const base = factsOf()
  const bytes = base.credential.bytes
  return renderCertificate({ ...base, learner: { name: `Student ${i} Duarte` }, credential: { ...base.credential, url: `${base.credential.url}${i}`, digest: createHash('sha256').update(String(i)).digest() } })
}
for (let i = 0; i < (kind === 'transcript' ? 2 : 60); i++) await draw(i)
const c0 = process.cpuUsage()
for (let i = 0; i < N; i++) await draw(1000 + i)
const c = process.cpuUsage(c0)
console.log(kind, 'CPU ms each', (c.user + c.system) / 1000 / N)
