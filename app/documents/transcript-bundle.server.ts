import type { ToBake } from '~/domain/elsewhere.server'
import type { ArchivedFile } from '~/lib/zip.server'
import { transcript as words } from '~/messages/en/transcript'
import { offlineBundle } from './offline-bundle.server'

/** Everything that proves a transcript and each credential in it. */
export function transcriptBundle(toBake: ToBake): AsyncGenerator<ArchivedFile> {
  return offlineBundle({ kind: 'transcript', title: words.name, toBake, beside: [] })
}
