import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import '~/domain/letters.server'
import { editableLetters, linkFault, places, strangers, worded } from '~/domain/letter-template'
import {
  LetterForm,
  listWordings,
  restoreLetter,
  rewordLetter,
  wordingOf,
} from '~/domain/letter-template.server'
import { previewLetter } from '~/domain/letter-preview.server'
import type { PersonActor } from '~/domain/policy'
import { remindEndorser, requestPath } from '~/domain/request.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { letterWords } from '~/messages/en/letter-words'
import { lettersTo } from '../letterbox'
import { endorse, eventsAbout, openScene, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
let devi: PersonActor
beforeAll(async () => {
  scene = await openScene()
  devi = await scene.actor('devi')
})
beforeEach(() => db.letterTemplate.deleteMany())
afterEach(() => setClock(null))

const theirs = {
  subject: 'From {institution}, with a question',
  body: 'Good day {endorser},\n\nwould you say a word about {student}, {activity}?\n\n{link}\n\nUntil {until}, <b>please</b> & thank you.',
  shown: '',
}

test('an invitation has the institution’s words, and what is always in it stays', async () => {
  const told = await submittedActivity(scene)
  await rewordLetter(devi, 'endorsement-request', 'en', theirs)
  const [letter] = await lettersTo(people.eleni.email)
  expect(letter?.subject).toBe('From Northbridge University, with a question')
  expect(letter?.text).toContain('Good day Eleni Papadaki,')
  expect(letter?.text).toContain('would you say a word about Ana D., Saturday shifts?')
  expect(letter?.text).not.toContain('It takes about three minutes')
  const request = await requestOf(told)
  for (const always of [
    requestPath(request.id),
    `${requestPath(request.id)}/stop`,
    'we keep your name, this address',
    'please do not pass it on',
    'When:',
  ]) {
    expect(letter?.text).toContain(always)
  }
  expect(letter?.html).toContain('&lt;b&gt;please&lt;/b&gt; &amp; thank you.')
})

test('a reminder and a receipt have them too, each its own', async () => {
  const told = await submittedActivity(scene)
  await lettersTo(people.eleni.email)
  await rewordLetter(devi, 'reminder', 'en', { ...theirs, subject: 'Once more' })
  await rewordLetter(devi, 'endorsement-receipt', 'en', { ...theirs, subject: 'Thank you' })
  const request = await requestOf(told)
  setClock(later(now(), DAY))
  await remindEndorser(told.student, request.id)
  expect((await lettersTo(people.eleni.email))[0]?.subject).toBe('Once more')
  await endorse(scene, request)
  const [receipt] = await lettersTo(people.eleni.email)
  expect(receipt).toMatchObject({ subject: 'Thank you' })
  expect(receipt?.text).toContain('a word about Ana Duarte, Saturday shifts?')
  expect(receipt?.text).toContain('You confirmed:')
  expect(receipt?.text).toContain(requestPath(request.id))
})

test('back to our words with one press, and rule 10: each change leaves an event without the words', async () => {
  const before = await eventsAbout('reminder:en')
  await rewordLetter(devi, 'reminder', 'en', theirs)
  const { changedAt } = await wordingOf(devi.institutionId, 'reminder', 'en')
  expect(await listWordings(devi, 'en')).toEqual({
    'endorsement-request': null,
    'reminder': changedAt,
    'endorsement-receipt': null,
  })
  await restoreLetter(devi, 'reminder', 'en', String(changedAt?.getTime()))
  expect(await wordingOf(devi.institutionId, 'reminder', 'en')).toEqual({
    ...letterWords.reminder,
    changedAt: null,
  })
  expect((await eventsAbout('reminder:en')).slice(before.length)).toEqual([
    'letter.reworded',
    'letter.restored',
  ])
  const events = await db.auditEvent.findMany({ where: { subjectId: 'reminder:en' } })
  expect(JSON.stringify(events)).not.toContain('Good day')
})

test('rule 6: two clicks are one change, and who saw older words changes nothing', async () => {
  await Promise.all(
    [rewordLetter(devi, 'reminder', 'en', theirs), rewordLetter(devi, 'reminder', 'en', theirs)].map(each =>
      each.catch(() => null),
    ),
  )
  expect(await db.letterTemplate.count()).toBe(1)
  await expect(rewordLetter(devi, 'reminder', 'en', { ...theirs, subject: 'Mine' })).rejects.toThrow(
    'in the meantime',
  )
  await expect(restoreLetter(devi, 'reminder', 'en', '1')).rejects.toThrow('in the meantime')
  expect((await wordingOf(devi.institutionId, 'reminder', 'en')).subject).toBe(theirs.subject)
})

test.each([
  ['body', 'Dear you,\n\nno way back.', /needs \{link\}/],
  ['body', 'Dear you,\n\nopen {link} now.', /paragraph of its own/],
  ['body', '{link}\n\nDear you,', /greeting/],
  ['body', 'Dear you,\n\n{link}\n\n{link}', /once only/],
  ['body', 'Dear {enderser},\n\n{link}', /\{enderser\}/],
  ['body', 'Dear {endorser},\n\n{link}\n\n{ {student', /\{/],
  ['subject', 'About {student}', /Only|only \{institution\}/],
  ['subject', '  ', /Write a subject/],
] as const)('what cannot be a letter is refused at its field: %s %j', (field, text, says) => {
  const { error } = LetterForm.safeParse({ ...theirs, [field]: text })
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
    field,
    expect.stringMatching(says),
  ])
})

test('our own words keep to the same rules, and a name that looks like a place stays a name', () => {
  for (const letter of editableLetters) {
    expect(LetterForm.safeParse(letterWords[letter]).success).toBe(true)
    expect([linkFault(letterWords[letter].body), strangers(letterWords[letter].body, places)]).toEqual([
      null,
      [],
    ])
  }
  const values = {
    student: '{endorser}',
    activity: '',
    endorser: 'E',
    institution: '',
    period: '',
    until: '',
  }
  expect(worded({ subject: '', body: 'To {student}\n\n{link}' }, values).greeting).toBe('To {endorser}')
})

test('the preview shows text and page with names that stand for others', async () => {
  for (const letter of editableLetters) {
    const { text, html, subject } = await previewLetter(devi, letter, theirs)
    expect(subject).toBe('From Northbridge University, with a question')
    for (const shown of [text, html]) expect(shown).toContain('Good day Eleni Papadaki,')
    expect(html).toContain('&lt;b&gt;please&lt;/b&gt;')
    expect(text).not.toMatch(/undefined|\{\w+\}|\[object/)
  }
})

test('rule 11: only an administrator words letters', async () => {
  for (const who of ['ana', 'mina', 'rosa'] as const) {
    const actor = await scene.actor(who)
    const tries = [
      rewordLetter(actor, 'reminder', 'en', theirs),
      restoreLetter(actor, 'reminder', 'en', ''),
      previewLetter(actor, 'reminder', theirs),
    ]
    for (const tried of tries) await expect(tried).rejects.toMatchObject({ status: 404 })
  }
})
