import { beforeAll, expect, test } from 'vitest'
import { printPreview, refuseUnprintable } from '~/documents/transcript-preview.server'
import { transcriptPrinting } from '~/documents/transcript-print.server'
import { findEntries } from '~/domain/transcript-entries.server'
import { previewTranscript } from '~/domain/transcript-preview.server'
import { findTranscript } from '~/domain/transcript-page.server'
import { findTranscriptDocument, makeTranscript } from '~/domain/transcript.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { paperLanguages } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { earn, openAwardScene, type AwardScene } from '../award-scene'
import { readPdf } from '../documents/pdf'
import { member } from '../facts'

let scene: AwardScene
const all = { chosen: null, nameForm: 'official' } as const

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana, { title: 'Saturday shifts' })
})

test.each(paperLanguages)('a transcript in %s is signed, shown and printed with the words of that language', async language => {
  const id = await makeTranscript(scene.ana, { ...all, language })
  const { messages } = paperWordsIn(language, 'Europe/Dublin', new Date())
  const text = (await findTranscriptDocument(id, scene.ana)) ?? ''
  const { name, description } = JSON.parse(text) as { name: string; description: string }
  const shown = await findTranscript(id, async () => scene.ana)
  expect((await verifyText(text)).valid).toBe(true)
  expect(name).toBe(messages.transcript.name)
  expect([shown.language, shown.description]).toEqual([language, description])
  const { print } = await transcriptPrinting(id, 'full', scene.ana)
  const pdf = await print()
  const { title, elements } = await readPdf(pdf instanceof Uint8Array ? pdf : new Uint8Array())
  expect(title).toBe(`${messages.transcriptPaper.heading}: Ana Sofia Duarte`)
  expect(elements.map(({ text: drawn, alt }) => alt ?? drawn)).toEqual(expect.arrayContaining([messages.transcriptPaper.reading, 'Saturday shifts']))
})

test('one that names no language has the institution’s', async () => {
  const id = await makeTranscript(scene.ana, all)
  expect((await findTranscript(id, async () => scene.ana)).language).toBe('en')
})

test.each([['full', 'en'], ['visual', 'de'], ['employer', 'ar']] as const)(
  'a preview (%s, %s) says on every page that it is none, leads nowhere, and keeps nothing', async (form, language) => {
    const counts = () => Promise.all([db.transcript.count(), db.activityCredential.count(), db.statusEntry.count(), db.auditEvent.count()])
    await earn(scene, scene.ana, { title: `Not signed yet ${form}` })
    const before = await counts()
    const { pdf, holder } = await printPreview(await previewTranscript(scene.ana, { ...all, language }), form)
    const { title, pages, elements, attachments, links } = await readPdf(pdf)
    const { transcriptPaper: { preview } } = paperWordsIn(language, 'Europe/Dublin', new Date()).messages
    const said = elements.map(({ text, alt }) => alt ?? text)
    expect(title).toMatch(new RegExp(`^${preview}: .*: ${holder}$`))
    expect(said.filter(each => each === preview.toLocaleUpperCase(language))).toHaveLength(pages.length)
    expect([attachments, links]).toEqual([{}, []])
    expect(Buffer.from(pdf).includes('/ByteRange')).toBe(false)
    expect(await counts()).toEqual(before)
  },
)

test('rule 11: nobody looks at another’s work in a preview', async () => {
  const { activities: [first] } = await findEntries(scene.ana)
  const chosen = { credentialIds: [], activityIds: [first?.counted.id ?? ''] }
  await expect(previewTranscript(await member('chidi'), { ...all, chosen })).rejects.toThrow(Refusal)
})

test('a character that no typeface has is told with the entry it is in, before anything is signed', async () => {
  const preview = () => previewTranscript(scene.ana, all)
  await expect(refuseUnprintable(await preview())).resolves.toBeUndefined()
  await earn(scene, scene.ana, { title: 'Film nights \u{1f3ac}' })
  const before = await db.transcript.count()
  await expect(refuseUnprintable(await preview())).rejects.toThrow(/Film nights \u{1f3ac}: \u{1f3ac}\./u)
  await expect(printPreview(await preview(), 'full')).rejects.toThrow(Refusal)
  expect(await db.transcript.count()).toBe(before)
})
