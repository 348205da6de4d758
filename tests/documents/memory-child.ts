import { renderCertificate } from '~/documents/certificate'
import { renderTranscript } from '~/documents/transcript'
import { transcriptForms } from '~/domain/transcript'
import { hostileNames } from './hostile-names'
import { factsOf } from './specimen-facts'
import { transcriptOf } from './transcript-facts'

/** Run with --expose-gc: prints the memory of the process when idle, and at most, in bytes. */
const forms = [...transcriptForms]
await renderCertificate(factsOf())
for (const form of forms) await renderTranscript(transcriptOf(12, { form }))
collect()
const idle = process.memoryUsage().rss

for (const name of Object.values(hostileNames)) {
  const facts = factsOf({ learner: { name } })
  await renderCertificate({ ...facts, programme: { ...facts.programme, title: name, description: name } })
  collect()
  for (const form of forms) {
    await renderTranscript(transcriptOf(12, { form, holder: name, summary: name }))
    collect()
  }
}
process.stdout.write(JSON.stringify({ idle, most: process.resourceUsage().maxRSS * 1024 }))

/** What one document leaves is not what the next one takes. */
function collect() {
  if (!globalThis.gc) throw new Error('Run with --expose-gc.')
  globalThis.gc()
}
