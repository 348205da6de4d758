import { z } from 'zod'
import { transcript as words } from '~/messages/en/transcript'
import { nameForms } from './credential'
import { OwnDid } from './own-did.server'
import { MOST_ENTRIES } from './transcript'
import type { TranscriptOrder } from './transcript.server'

const ids = z.array(z.string()).max(MOST_ENTRIES, words.tooMany(MOST_ENTRIES)).default([])

/** What was ticked says nothing where everything is asked for. */
export const TranscriptForm = z
  .object({
    extent: z.enum(['complete', 'selection'], { error: words.errors.extent }),
    nameForm: z.enum(nameForms, { error: words.errors.nameForm }),
    credentials: ids,
    activities: ids,
    did: OwnDid,
  })
  .transform(({ extent, nameForm, did, credentials: credentialIds, activities: activityIds }): TranscriptOrder => ({
    nameForm, did, chosen: extent === 'complete' ? null : { credentialIds, activityIds },
  }))
export type TranscriptTyped = z.input<typeof TranscriptForm>

/** What its student does with one. */
export const TranscriptAct = z.object({ act: z.enum(['share', 'unshare', 'withdraw']) })
