import { z } from 'zod'
import { db, transaction } from '~/lib/db.server'
import { allowed, Refusal } from '~/lib/refusal'
import { housePapers as words } from '~/messages/en/house-papers'
import { record } from './audit.server'
import { certificateLayouts, paperSizes, type HousePapers } from './house-papers'
import { mayKeepPapers, type Actor } from './policy'

/** Six hex digits with or without their hash, in either case, as people copy them. */
const colour = z
  .string({ error: words.look.noColour })
  .trim()
  .regex(/^#?[0-9a-f]{6}$/i, { error: words.look.noColour })
  .transform(text => `#${text.replace('#', '').toLowerCase()}`)

/** What the form says, and what it showed (rule 6). */
export const PapersForm = z.object({
  inkColour: colour,
  accentColour: colour,
  paperSize: z.enum(paperSizes, { error: words.look.choose }),
  certificateLayout: z.enum(certificateLayouts, { error: words.look.choose }),
  mayTitleHear: z.literal('on').optional().transform(sent => sent === 'on'),
  shown: z.string().max(500).default(''),
})

const select = {
  inkColour: true, accentColour: true, paperSize: true, certificateLayout: true, mayTitleHear: true,
} as const

/** As they are now, also where another process changed them. */
export function readPapers() {
  return db.institution.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { ...select, crestDigest: true } })
}

/** What a page has shown of them: two windows never undo each other unseen. */
export function shownOfPapers({ inkColour, accentColour, paperSize, certificateLayout, mayTitleHear }: HousePapers): string {
  return [inkColour, accentColour, paperSize, certificateLayout, mayTitleHear].join(' ')
}

/** From the next file on; what was downloaded stays as it was. */
export async function setPapers(actor: Actor, { shown, ...papers }: z.output<typeof PapersForm>): Promise<void> {
  allowed(mayKeepPapers(actor))
  const { institutionId: id } = actor
  await transaction(async tx => {
    // Writes what stands there: a second click waits here until the first is done.
    const current = await tx.institution.update({ where: { id }, data: { id }, select })
    if (shownOfPapers(current) === shownOfPapers(papers)) return
    if (shownOfPapers(current) !== shown) throw new Refusal(words.meanwhile)
    await tx.institution.update({ where: { id }, data: papers })
    await record(tx, actor, 'institution.papers', id, { ...papers })
  })
}
