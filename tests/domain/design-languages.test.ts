import { beforeAll, expect, test } from 'vitest'
import { openNextVersion } from '~/domain/design-draft.server'
import { findDesign } from '~/domain/design-page.server'
import type { PersonActor } from '~/domain/policy'
import { findDescription } from '~/domain/programme-description.server'
import { translationFor } from '~/domain/programme-translation'
import { translateDraft, TranslationForm } from '~/domain/programme-translation.server'
import { proposeProgramme, publishProgramme } from '~/domain/programme.server'
import { db } from '~/lib/db.server'
import { wantedLanguages } from '~/lib/languages.server'
import { seedProgrammes, type SeededProgrammes } from '../../prisma/programmes'
import { makeInstitution, member, publishedLifecomp } from '../facts'

let omar: PersonActor
let rosa: PersonActor
let seeded: SeededProgrammes

beforeAll(async () => {
  await makeInstitution()
  omar = await member('omar')
  rosa = await member('rosa')
  seeded = await seedProgrammes(omar, rosa, (await publishedLifecomp()).id)
})

const shown = async (id: string) => (await findDesign(omar, id)).shown.languages
const say = (language: string, title: string) => TranslationForm.parse({ language, title })
const asking = (header: string) => wantedLanguages(new Request('http://localhost', { headers: { 'Accept-Language': header } }))

test('a draft is said in other languages, which the next version takes along, and readers get theirs', async () => {
  const id = await openNextVersion(omar, seeded.contributionId)
  await translateDraft(omar, id, await shown(id), say('de', 'Beitrag zum Gemeinwesen'))
  await translateDraft(omar, id, await shown(id), say('fr', 'Contribution'))
  await translateDraft(omar, id, await shown(id), say('fr', ''))
  await proposeProgramme(omar, id)
  await expect(translateDraft(omar, id, await shown(id), say('de', 'Anders'))).rejects.toThrow('moved on')
  await publishProgramme(rosa, id)
  const { publicId } = await db.programme.findUniqueOrThrow({ where: { id } })
  const translations = (await findDescription(publicId))?.translations ?? {}
  expect(Object.keys(translations)).toEqual(['de'])
  const read = (header: string) => translationFor(translations, asking(header), 'en')?.said.title
  expect(read('de-AT,de;q=0.9,en;q=0.8')).toBe('Beitrag zum Gemeinwesen')
  expect(read('fr;q=0.5, de;q=0.4')).toBe('Beitrag zum Gemeinwesen')
  expect(read('en,de;q=0.5')).toBeUndefined()
  expect(read('nonsense;;;q=x,*')).toBeUndefined()
  const next = await openNextVersion(omar, id)
  const { translations: taken } = await db.programme.findUniqueOrThrow({ where: { id: next } })
  expect(taken).toMatchObject({ de: { title: 'Beitrag zum Gemeinwesen' } })
})

test('rule 6: an older page changes nothing of what was said meanwhile', async () => {
  const id = await openNextVersion(omar, seeded.leadershipId)
  const seen = await shown(id)
  await translateDraft(omar, id, seen, say('es', 'Liderazgo'))
  await expect(translateDraft(rosa, id, seen, say('es', 'Otro'))).rejects.toThrow('Somebody changed this')
})
