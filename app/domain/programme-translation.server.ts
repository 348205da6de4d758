import { z } from 'zod'
import { transaction, type Prisma } from '~/lib/db.server'
import { record } from './audit.server'
import { holdDraft } from './design-draft.server'
import type { PersonActor } from './policy'
import { languages, translatedFields, type Translations } from './programme-translation'
import { buildable, idOf } from './programme.server'

const line = (maximum: number) => z.string().trim().max(maximum).default('')

const Translation = z.object({
  title: line(120), description: line(5_000), criteria: line(5_000), prerequisites: line(1_000), leadsTo: line(1_000),
})

export const TranslationForm = Translation.extend({ language: z.enum(languages) })
export type TranslationForm = z.output<typeof TranslationForm>
/** As `useForm` knows it. */
export type TranslationTyped = z.input<typeof TranslationForm>

const Kept = z.record(z.string(), Translation)

export function readTranslations(json: unknown): Translations {
  return json === null ? {} : Kept.parse(json)
}

/** One language of a draft; when nothing is said in it, it goes. */
export async function translateDraft(
  actor: PersonActor, id: string, shown: string, { language, ...said }: TranslationForm,
): Promise<void> {
  const { translations, version } = await buildable(actor, id)
  const { [language]: _, ...others } = readTranslations(translations)
  const isSaid = translatedFields.some(field => said[field] !== '')
  const kept: Prisma.InputJsonObject = isSaid ? { ...others, [language]: said } : others
  await transaction(async tx => {
    await holdDraft(tx, id, 'languages', shown)
    await tx.programme.update({ where: { id }, data: { translations: kept, createdById: idOf(actor) } })
    await record(tx, actor, 'programme.translated', id, { version, language })
  })
}
