import { afterEach, describe, expect, test } from 'vitest'
import { returnRequest } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { finishProof, listOpenProofs, startProof, unlinkDomain } from '~/domain/domain-proof.server'
import { findOrphans } from '~/domain/orphan.server'
import { listToConfirm, rollOver } from '~/domain/rollover.server'
import { returnActivity } from '~/domain/review.server'
import { reviseActivity, submitActivity, withdrawActivity } from '~/domain/submission.server'
import { ContactForm, WindowForm } from '~/domain/unit-forms.server'
import { addContact, endContact, setMailbox } from '~/domain/unit-keeping.server'
import { findUnitPage, listUnitsToKeep } from '~/domain/unit-page.server'
import { removeWindow, setWindow } from '~/domain/window.server'
import { MINUTE, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import { newcomers, outsiders } from '../cast'
import { lettersTo } from '../letterbox'
import { plansOf, scans } from '../plans'
import { draftedActivity, openScene, opportunity, people, requestOf, submittedActivity } from '../story'

const scene = await openScene()
const { unitIds } = scene.house
const { foodBank, humanities, volunteering } = unitIds
const { actor } = scene
const [ana, mina, rosa, devi] = [
  await actor('ana'),
  await actor('mina'),
  await actor('rosa'),
  await actor('devi'),
]

afterEach(() => setClock(null))

const contact = (more: object = {}) =>
  ContactForm.parse({ ...newcomers.jonas, fromDay: '2026-01-01', ...more })
const window = (year: number, opensOn: string, closesOn: string) =>
  WindowForm.parse({ year: String(year), opensOn, closesOn })

test('rule 11: a unit is there for its coordinators, registrars and administrators, and for nobody else', async () => {
  expect((await findUnitPage(mina, foodBank)).keepsOpportunities).toBe(true)
  expect((await findUnitPage(devi, foodBank)).keepsOpportunities).toBe(false)
  expect((await listUnitsToKeep(mina)).map(({ id }) => id)).not.toContain(humanities)
  expect((await listUnitsToKeep(rosa)).map(({ id }) => id)).toContain(humanities)
  await expect(listToConfirm(devi, foodBank, null)).rejects.toBeInstanceOf(NotFound)
  const others = [ana, await actor('ben'), await actor('omar'), { ...rosa, institutionId: 'elsewhere' }]
  for (const other of others) {
    await expect(findUnitPage(other, foodBank)).rejects.toBeInstanceOf(NotFound)
    await expect(setMailbox(other, foodBank, { email: '' })).rejects.toBeInstanceOf(NotFound)
    await expect(addContact(other, foodBank, contact())).rejects.toBeInstanceOf(NotFound)
    await expect(setWindow(other, foodBank, window(2027, '2027-01-01', '2027-02-01'))).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(startProof(other, foodBank, 'a@b.example', 'x')).rejects.toBeInstanceOf(NotFound)
  }
  await expect(findUnitPage(mina, humanities)).rejects.toBeInstanceOf(NotFound)
})

test('contacts have days, and stay in the list when they have left', async () => {
  const id = await addContact(mina, foodBank, contact({ roleTitle: 'Rota' }))
  await expect(endContact(mina, foodBank, { contact: id, untilDay: '2025-12-31' })).rejects.toMatchObject({
    field: 'untilDay',
  })
  await endContact(mina, foodBank, { contact: id, untilDay: '2026-02-01' })
  expect((await findUnitPage(mina, foodBank)).contacts).toMatchObject([
    { id, hasLeft: true, roleTitle: 'Rota' },
  ])
  await expect(
    endContact(mina, unitIds.engineering, { contact: id, untilDay: '2026-03-01' }),
  ).rejects.toBeInstanceOf(NotFound)
  await db.unitContact.deleteMany()
})

test('rule 6: three clicks on one button are one change and one event', async () => {
  const id = await addContact(mina, foodBank, contact())
  const { id: offer } = await opportunity(scene)
  const verbs = {
    'unit.contact-ended': () => endContact(mina, foodBank, { contact: id, untilDay: '2026-02-01' }),
    'unit.mailbox-set': () => setMailbox(mina, foodBank, { email: 'rota@shorelinefoodbank.example' }),
    'unit.window-set': () => setWindow(mina, foodBank, window(2030, '2030-01-01', '2030-02-01')),
    'unit.domain-asked': () => startProof(mina, foodBank, 'office@elder.example', 'one'),
    'unit.confirmed': () => rollOver(mina, foodBank, { selected: [offer, 'a sentence'], then: 'keep' }),
  }
  for (const [action, click] of Object.entries(verbs)) {
    const before = await db.auditEvent.count({ where: { action, subjectId: foodBank } })
    await Promise.allSettled([click(), click(), click()])
    expect([action, await db.auditEvent.count({ where: { action, subjectId: foodBank } })]).toEqual([action, before + 1])
  }
  expect(await lettersTo('office@elder.example')).toHaveLength(1)
  expect(await db.auditEvent.findFirst({ where: { action: 'unit.confirmed' }, orderBy: { seq: 'desc' } })).toMatchObject({
    details: { opportunities: [offer] },
  })
  await Promise.all([db.unitContact.deleteMany(), db.submissionWindow.deleteMany(), db.domainProof.deleteMany()])
  await db.unit.update({ where: { id: foodBank }, data: { email: '' } })
})

describe('a domain', () => {
  const address = 'office@linden.example'
  const codeOf = async (to: string) => /\b(\d{6})\b/.exec((await lettersTo(to))[0]?.text ?? '')?.[1] ?? ''

  test('is linked once somebody reads six digits in it; free mail and students’ domains never are', async () => {
    for (const [refused, words] of [
      ['somebody@gmail.com', 'Anybody can have an address'],
      ['old@alumni.northbridge.example', 'never count for more'],
      ['a@mail.alumni.northbridge.example', 'never count for more'],
      [outsiders.eleni.email, 'is linked to'],
    ] as const) {
      await expect(startProof(mina, foodBank, refused, 'one')).rejects.toThrow(words)
    }
    const proof = await startProof(mina, foodBank, address, 'one')
    expect(await listOpenProofs(mina, foodBank)).toMatchObject([{ id: proof, domain: 'linden.example' }])
    const code = await codeOf(address)
    expect(await finishProof(mina, foodBank, { proof, code }, 'one')).toBe('linden.example')
    const { domains, proofs } = await findUnitPage(mina, foodBank)
    expect([domains.map(({ domain }) => domain), proofs]).toEqual([
      expect.arrayContaining(['linden.example']),
      [],
    ])
    await unlinkDomain(mina, foodBank, domains.find(({ domain }) => domain === 'linden.example')?.id ?? '')
    await expect(finishProof(mina, foodBank, { proof, code }, 'one')).rejects.toBeInstanceOf(NotFound)
  })

  test('rule 5: the digits work for 30 minutes, for five tries and in the browser that asked', async () => {
    const proof = await startProof(mina, volunteering, address, 'one')
    const code = await codeOf(address)
    await expect(finishProof(mina, volunteering, { proof, code }, 'another')).rejects.toThrow(
      'another browser',
    )
    for (let n = 0; n < 5; n++) {
      await expect(finishProof(mina, volunteering, { proof, code: 'no' }, 'one')).rejects.toThrow(
        'Look again',
      )
    }
    await expect(finishProof(mina, volunteering, { proof, code }, 'one')).rejects.toThrow('Too many')
    const late = await startProof(mina, volunteering, address, 'one')
    setClock(new Date(Date.now() + 31 * MINUTE))
    await expect(
      finishProof(mina, volunteering, { proof: late, code: await codeOf(address) }, 'one'),
    ).rejects.toThrow('expired')
  })

  test('rule 6: two clicks with the right digits link it once', async () => {
    const proof = await startProof(mina, unitIds.engineering, 'lab@birch.example', 'one')
    const code = await codeOf('lab@birch.example')
    const clicks = [1, 2, 3].map(() => finishProof(mina, unitIds.engineering, { proof, code }, 'one'))
    const outcomes = await Promise.allSettled(clicks)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await db.auditEvent.count({ where: { action: 'unit.domain-linked', subjectId: unitIds.engineering } }),
    ).toBe(1)
  })
})

test('rule 6: a domain that two units prove at once is linked to one of them', async () => {
  const units = [unitIds.engineering, volunteering]
  const proofs = []
  for (const unit of units) {
    const proof = await startProof(rosa, unit, 'desk@alder.example', 'one')
    const code = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: proof } })
    proofs.push({ unit, proof, code: digits(code.id) })
  }
  const both = await Promise.allSettled(proofs.map(({ unit, ...typed }) => finishProof(rosa, unit, typed, 'one')))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [lost] = both.filter(each => each.status === 'rejected')
  expect(lost?.reason).toBeInstanceOf(Refusal)
})

describe('a window', () => {
  const statusOf = async ({ id }: { id: string }) => (await db.activity.findUniqueOrThrow({ where: { id } })).status

  test('opens and closes with the day where the institution is', async () => {
    await setWindow(mina, volunteering, window(2098, '2098-07-02', '2098-07-02'))
    const draft = await draftedActivity(scene, { opportunity: await opportunity(scene) })
    // Dublin is an hour before Greenwich in summer.
    for (const outside of ['2098-07-01T22:59:00Z', '2098-07-02T23:00:00Z']) {
      setClock(new Date(outside))
      await expect(submitActivity(ana, draft, true)).rejects.toThrow('Students’ Union and Volunteering')
    }
    for (const inside of ['2098-07-01T23:00:00Z', '2098-07-02T22:59:00Z']) {
      setClock(new Date(inside))
      await submitActivity(ana, draft, true)
      await withdrawActivity(ana, draft)
      await reviseActivity(ana, draft)
      draft.revision++
    }
    await db.submissionWindow.deleteMany()
  })

  test('is not missed by what was submitted in time and sent back, and is by what the student took back', async () => {
    const [asked, reviewed, taken] = [await submittedActivity(scene), await submittedActivity(scene), await submittedActivity(scene)]
    const request = await requestOf(asked)
    await returnRequest(endorserOf(request), request.id, { question: 'Which Saturdays?' })
    await returnActivity(mina, reviewed, { reason: 'Say what you did.' })
    await withdrawActivity(ana, taken)
    await setWindow(rosa, scene.house.unitIds.engineering, window(2026, '2020-01-01', '2020-02-01'))
    for (const told of [asked, reviewed, taken]) {
      await reviseActivity(ana, told)
      told.revision++
    }
    await submitActivity(ana, asked, true)
    await submitActivity(ana, reviewed, true)
    await expect(submitActivity(ana, taken, true)).rejects.toThrow('until 1 February 2020')
    expect(await Promise.all([asked, reviewed, taken].map(statusOf))).toEqual(['submitted', 'submitted', 'draft'])
    await db.submissionWindow.deleteMany()
  })

  test('binds the student’s submission only, and says when it opens next', async () => {
    const before = await submittedActivity(scene)
    const draft = await draftedActivity(scene, { opportunity: await opportunity(scene) })
    await setWindow(mina, volunteering, window(2026, '2026-01-10', '2026-02-20'))
    await setWindow(mina, volunteering, window(2099, '2099-03-01', '2099-04-01'))
    await expect(submitActivity(ana, draft, true)).rejects.toThrow(
      'Students’ Union and Volunteering takes submissions again from 1 March 2099.',
    )
    await withdrawActivity(ana, before)
    setClock(new Date('2099-03-31T12:00:00Z'))
    await submitActivity(ana, draft, true)
    expect(await statusOf(draft)).toBe('submitted')
  })

  test('of the unit itself comes before those above it, and once removed binds nobody', async () => {
    const draft = await draftedActivity(scene, { opportunity: await opportunity(scene) })
    const today = new Date().toISOString().slice(0, 10)
    await setWindow(mina, foodBank, window(2026, today, '2098-01-01'))
    await submitActivity(ana, draft, true)
    await setWindow(mina, foodBank, window(2026, '2020-01-01', '2020-02-01'))
    const late = await draftedActivity(scene, { opportunity: await opportunity(scene), asks: [people.ines] })
    await expect(submitActivity(ana, late, true)).rejects.toThrow('until 1 February 2020')
    for (const unit of [foodBank, volunteering]) {
      for (const { id } of (await findUnitPage(mina, unit)).windows) await removeWindow(mina, unit, id)
    }
    await submitActivity(ana, late, true)
  })
})

test('the yearly question keeps many for a year or retires them, page by page, within the unit only', async () => {
  const offers = await Promise.all(
    Array.from({ length: 53 }, (_, n) => opportunity(scene, { title: `Offer ${100 + n}` })),
  )
  const elsewhere = await opportunity(scene, { unit: 'humanities' })
  const first = await listToConfirm(mina, foodBank, null)
  const rest = await listToConfirm(mina, foodBank, first.next)
  expect([first.rows.length, rest.next]).toEqual([50, null])
  const titles = [...first.rows, ...rest.rows].map(({ title }) => title)
  expect(titles).toEqual([...titles].sort())
  expect(scans(await plansOf(() => listToConfirm(mina, foodBank, first.next)))).toEqual([])
  const ids = offers.map(({ id }) => id)
  expect(await rollOver(mina, foodBank, { selected: [...ids.slice(0, 3), elsewhere.id], then: 'keep' })).toBe(
    3,
  )
  expect(await rollOver(mina, foodBank, { selected: ids.slice(3, 5), then: 'retire' })).toBe(2)
  await expect(rollOver(mina, foodBank, { selected: ids.slice(3, 5), then: 'keep' })).rejects.toThrow(
    'a moment ago',
  )
  const after = (await listToConfirm(mina, foodBank, null)).rows
  expect(after.filter(({ isDue }) => !isDue)).toHaveLength(3)
  expect(after.map(({ id }) => id)).not.toContain(ids[3])
  setClock(new Date(Date.now() + 330 * 864e5))
  expect((await listToConfirm(mina, foodBank, null)).rows.every(({ isDue }) => isDue)).toBe(true)
})

test('what nobody looks after is named: opportunities, open requests and units', async () => {
  const none = await findOrphans()
  expect([none.opportunities, none.requests]).toEqual([[], 0])
  expect(none.units).toContain('Faculty of Humanities')
  expect(none.units).not.toContain('Shoreline Food Bank')
  await submittedActivity(scene, { asks: [people.eleni] })
  const alone = await opportunity(scene, { title: 'Left alone', validatorUntil: '2026-01-31' })
  await opportunity(scene, {
    title: 'Looked after',
    validatorUntil: '2026-01-31',
    deputyEmail: newcomers.jonas.email,
  })
  await opportunity(scene, { title: 'Nobody ever', validatorName: '', validatorEmail: '' })
  const { opportunities, requests } = await findOrphans()
  expect(opportunities).toEqual(['Left alone, Shoreline Food Bank', 'Nobody ever, Shoreline Food Bank'])
  expect(requests, 'elsewhere they are there to be asked').toBe(0)
  await submittedActivity(scene, { asks: [people.eleni], opportunity: alone })
  expect((await findOrphans()).requests).toBe(1)
  const plans = await plansOf(findOrphans)
  expect(scans(plans).filter(line => !/Unit\b(?!Contact)|Institution|SCAN (u|o|sub)$/.test(line))).toEqual([])
  await setMailbox(mina, foodBank, { email: 'office@shorelinefoodbank.example' })
  expect((await findOrphans()).opportunities).toEqual([])
})
