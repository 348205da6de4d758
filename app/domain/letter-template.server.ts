import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, isTaken, transaction } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, Refusal } from '~/lib/refusal'
import { saltedDigest } from '~/lib/token.server'
import { letterEditor as words } from '~/messages/en/letter-editor'
import { letterWords } from '~/messages/en/letter-words'
import { record } from './audit.server'
import {
  linkFault,
  places,
  placesOfSubject,
  strangers,
  type EditableLetter,
  type Template,
} from './letter-template'
import { mayKeepMail, type Actor } from './policy'

/** The moment of the words that the form showed; empty where they were ours (rule 6). */
const Shown = z.object({
  shown: z
    .string()
    .regex(/^\d{0,14}$/)
    .default(''),
})

export const LetterForm = Shown.extend({
  subject: z
    .string({ error: words.writeSubject })
    .trim()
    .min(1, words.writeSubject)
    .max(120)
    .refine(text => !/[\r\n]/.test(text), { error: words.oneLine })
    .superRefine((text, context) => {
      const unknown = strangers(text, placesOfSubject)
      if (unknown.length > 0) context.addIssue({ code: 'custom', message: words.notInSubject(unknown) })
    }),
  body: z
    .string({ error: words.writeBody })
    .transform(text => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, words.writeBody).max(4000))
    .superRefine((text, context) => {
      const fault = linkFault(text)
      const unknown = strangers(text, places)
      if (unknown.length > 0) context.addIssue({ code: 'custom', message: words.unknown(unknown) })
      if (fault) context.addIssue({ code: 'custom', message: words.link[fault] })
    }),
})
type LetterForm = z.output<typeof LetterForm>

export const RestoreForm = Shown.extend({ restore: z.literal('yes') })

interface Wording extends Template {
  /** Null where the words are ours. */
  changedAt: Date | null
}

/** What the institution writes in a letter, or we do. */
export async function wordingOf(
  institutionId: string,
  letter: EditableLetter,
  language: string,
): Promise<Wording> {
  const own = await db.letterTemplate.findUnique({
    where: { institutionId_letter_language: { institutionId, letter, language } },
  })
  return own
    ? { subject: own.subject, body: own.body, changedAt: own.updatedAt }
    : { ...letterWords[letter], changedAt: null }
}

/** When the words of each letter were changed; null where they are ours. */
export async function listWordings(
  { institutionId }: Actor,
  language: string,
): Promise<Record<EditableLetter, Date | null>> {
  const own = await db.letterTemplate.findMany({
    where: { institutionId, language },
    select: { letter: true, updatedAt: true },
  })
  const changedAt = (letter: EditableLetter) => own.find(each => each.letter === letter)?.updatedAt ?? null
  return {
    'endorsement-request': changedAt('endorsement-request'),
    'reminder': changedAt('reminder'),
    'endorsement-receipt': changedAt('endorsement-receipt'),
  }
}

/** From the next letter that is written. */
export async function rewordLetter(actor: Actor, letter: EditableLetter, language: string, form: LetterForm) {
  allowed(mayKeepMail(actor))
  const { institutionId } = actor
  const { subject, body, shown } = form
  const key = { institutionId, letter, language }
  const said = { subject, body, updatedById: actor.kind === 'system' ? '' : actor.id, updatedAt: now() }
  try {
    await transaction(async tx => {
      const current = await tx.letterTemplate.findUnique({ where: { institutionId_letter_language: key } })
      if (current?.subject === subject && current.body === body) return
      if (shown === '') await tx.letterTemplate.create({ data: { id: newId(), ...key, ...said } })
      else
        refuseNone(
          await tx.letterTemplate.updateMany({ where: { ...key, updatedAt: momentOf(shown) }, data: said }),
        )
      await record(tx, actor, 'letter.reworded', `${letter}:${language}`, {
        digest: saltedDigest(`${subject}\n${body}`),
      })
    })
  } catch (error) {
    throw isTaken(error) ? new Refusal(words.meanwhile) : error
  }
}

/** Back to our words. */
export async function restoreLetter(actor: Actor, letter: EditableLetter, language: string, shown: string) {
  allowed(mayKeepMail(actor))
  const key = { institutionId: actor.institutionId, letter, language }
  await transaction(async tx => {
    if ((await tx.letterTemplate.count({ where: key })) === 0) return
    refuseNone(await tx.letterTemplate.deleteMany({ where: { ...key, updatedAt: momentOf(shown) } }))
    await record(tx, actor, 'letter.restored', `${letter}:${language}`)
  })
}

const momentOf = (shown: string) => new Date(Number(shown))

function refuseNone({ count }: { count: number }) {
  if (count === 0) throw new Refusal(words.meanwhile)
}
