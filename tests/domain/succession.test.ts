import { afterEach, expect, test } from 'vitest'
import { findDraft, inviteesOf } from '~/domain/draft.server'
import { remindAll } from '~/domain/reminder.server'
import { remindEndorser } from '~/domain/request.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { normaliseAddress } from '~/domain/people'
import { cast, newcomers, outsiders } from '../cast'
import { lettersTo } from '../letterbox'
import { draftedActivity, openScene, opportunity, people, submittedActivity, type Told } from '../story'

const scene = await openScene()
const { institutionId, unitIds } = scene.house
const unitId = unitIds.foodBank
const MAILBOX = 'office@shorelinefoodbank.example'
await db.unit.update({ where: { id: unitId }, data: { email: MAILBOX } })

afterEach(async () => {
  setClock(null)
  await db.unitContact.deleteMany()
})

const deputy = { deputyName: newcomers.jonas.name, deputyEmail: newcomers.jonas.email }

async function contact(untilDay: string | null, more: { deputyName?: string; deputyEmail?: string } = {}) {
  const { name, email } = outsiders.eleni
  const who = { name, email, normalised: normaliseAddress(email), fromDay: '2020-01-01', untilDay }
  await db.unitContact.create({
    data: { id: newId(), institutionId, unitId, createdAt: new Date(), ...who, ...more },
  })
}

async function askedFor(activityId: string) {
  const requests = await db.endorsementRequest.findMany({
    where: { activityId },
    orderBy: { createdAt: 'asc' },
    include: { endorser: true, handedOverBy: { select: { endorserName: true } } },
  })
  return requests.map(({ endorser, status, namedBy, handedOverBy }) => ({
    ...{ to: endorser.email, status, namedBy },
    after: handedOverBy?.endorserName ?? null,
  }))
}

const toEleni = { to: outsiders.eleni.email, status: 'redirected', after: null }

test('who has left is not written to: the deputy is asked, and the student sees to whom and after whom', async () => {
  await contact('2026-01-31', deputy)
  const before = (await lettersTo(outsiders.eleni.email)).length
  const { id } = await submittedActivity(scene, { asks: [people.eleni] })
  expect(await askedFor(id)).toMatchObject([
    toEleni,
    { to: newcomers.jonas.email, namedBy: 'institution', after: outsiders.eleni.name },
  ])
  const [letter] = await lettersTo(newcomers.jonas.email)
  expect(letter?.text).toContain(`${outsiders.eleni.name} was asked first. You are asked in their place.`)
  expect(await lettersTo(outsiders.eleni.email)).toHaveLength(before)
})

test('without a deputy the unit’s own mailbox is asked, and without either whoever was named', async () => {
  await contact('2026-01-31')
  const { id } = await submittedActivity(scene, { asks: [people.eleni] })
  expect(await askedFor(id)).toMatchObject([toEleni, { to: MAILBOX, after: outsiders.eleni.name }])
  await db.unit.update({ where: { id: unitId }, data: { email: '' } })
  const other = await submittedActivity(scene, { asks: [people.eleni], student: 'chidi' })
  expect(await askedFor(other.id)).toMatchObject([{ to: outsiders.eleni.email, after: null }])
  await db.unit.update({ where: { id: unitId }, data: { email: MAILBOX } })
})

test('a unit says who comes after somebody only where it speaks for them: above the activity, or by their domain', async () => {
  const { name, email } = outsiders.ines
  const who = { name, email, normalised: normaliseAddress(email), fromDay: '2020-01-01', untilDay: '2026-01-31' }
  const row = { id: newId(), institutionId, unitId: unitIds.humanities, createdAt: new Date(), ...who, ...deputy }
  await db.unitContact.create({ data: row })
  const elsewhere = await submittedActivity(scene, { asks: [people.ines] })
  expect(await askedFor(elsewhere.id)).toMatchObject([{ to: email, namedBy: 'student', after: null }])
  const { unitId: home } = await db.activity.findUniqueOrThrow({ where: { id: elsewhere.id } })
  await db.unitContact.update({ where: { id: row.id }, data: { unitId: home } })
  const own = await submittedActivity(scene, { asks: [people.ines] })
  expect(await askedFor(own.id)).toMatchObject([{ to: email, status: 'redirected' }, { to: newcomers.jonas.email }])
})

test('who answers for a unit still, or again, is asked themselves', async () => {
  await contact('2026-01-31', deputy)
  await contact(null)
  const { id } = await submittedActivity(scene, { asks: [people.eleni], student: 'chidi' })
  expect(await askedFor(id)).toMatchObject([{ to: outsiders.eleni.email, namedBy: 'student', after: null }])
})

test('an opportunity’s validator who left is followed by its deputy', async () => {
  const offer = await opportunity(scene, { validatorUntil: '2026-01-31', ...deputy })
  const { id } = await submittedActivity(scene, { asks: [people.eleni], opportunity: offer })
  expect(await askedFor(id)).toMatchObject([toEleni, { to: newcomers.jonas.email }])
})

test('who has left is not put before the student as whom to ask; their deputy is, and is who the catalogue names', async () => {
  const put = async (told: Told) => {
    await db.invitee.deleteMany({ where: { activityId: told.id } })
    return inviteesOf(await findDraft(told.student, told.id))
  }
  const jonas = { name: newcomers.jonas.name, email: newcomers.jonas.email }
  const [byDay, alone, byUnit] = [
    await opportunity(scene, { validatorUntil: '2026-01-31', ...deputy }),
    await opportunity(scene, { validatorUntil: '2026-01-31' }),
    await opportunity(scene, deputy),
  ]
  expect(await put(await draftedActivity(scene, { opportunity: byDay }))).toMatchObject([jonas])
  expect(await put(await draftedActivity(scene, { opportunity: alone }))).toMatchObject([{ name: '', email: '' }])
  expect(await put(await draftedActivity(scene, { opportunity: byUnit }))).toMatchObject([{ email: outsiders.eleni.email }])
  await contact('2026-01-31')
  expect(await put(await draftedActivity(scene, { opportunity: byUnit }))).toMatchObject([jonas])

  const asks = [{ ...jonas, organisation: '' }]
  const followed = await submittedActivity(scene, { opportunity: byDay, asks })
  expect(await askedFor(followed.id)).toMatchObject([{ to: jonas.email, namedBy: 'opportunity', after: null }])
  const left = await submittedActivity(scene, { opportunity: byDay, asks: [people.eleni] })
  expect(await askedFor(left.id)).toMatchObject([{ ...toEleni, namedBy: 'student' }, { namedBy: 'institution' }])
})

test('rule 1: no deputy is asked about their own work, nor a fellow student, nor who wants no letters', async () => {
  await contact('2026-01-31', { deputyName: cast.ana.usedName, deputyEmail: 'ANA+tidy@northbridge.example' })
  const own = await submittedActivity(scene, { asks: [people.eleni] })
  expect(await askedFor(own.id)).toMatchObject([toEleni, { to: MAILBOX }])
  const peer = await submittedActivity(scene, { asks: [people.eleni], student: 'chidi' })
  expect(await askedFor(peer.id)).toMatchObject([toEleni, { to: MAILBOX }])
  await db.endorser.updateMany({ where: { email: MAILBOX }, data: { doNotAskAt: new Date() } })
  const stopped = await submittedActivity(scene, { asks: [people.eleni], student: 'chidi' })
  expect(await askedFor(stopped.id)).toMatchObject([{ to: outsiders.eleni.email, after: null }])
  await db.endorser.updateMany({ where: { email: MAILBOX }, data: { doNotAskAt: null } })
})

test('a student who reminds somebody that has left writes to whoever comes after them', async () => {
  const { id, student } = await submittedActivity(scene, { asks: [people.eleni] })
  await lettersTo(outsiders.eleni.email)
  await contact('2026-01-31', deputy)
  const written = (await lettersTo(outsiders.eleni.email)).length
  const request = await db.endorsementRequest.findFirstOrThrow({ where: { activityId: id } })
  setClock(later(now(), DAY))
  await remindEndorser(student, request.id)
  expect(await askedFor(id)).toMatchObject([toEleni, { to: newcomers.jonas.email }])
  expect(await lettersTo(outsiders.eleni.email)).toHaveLength(written)
})

test('who leaves after they were asked is not reminded: the request goes on, and the student is told by mail', async () => {
  const { id } = await submittedActivity(scene, { asks: [people.eleni], title: 'Rota planning' })
  await lettersTo(outsiders.eleni.email)
  await contact('2026-01-31', deputy)
  const written = (await lettersTo(outsiders.eleni.email)).length
  setClock(new Date(Date.now() + 4 * 864e5))
  await remindAll()
  await remindAll()
  expect(await askedFor(id)).toMatchObject([
    toEleni,
    { to: newcomers.jonas.email, after: outsiders.eleni.name },
  ])
  expect(await lettersTo(outsiders.eleni.email)).toHaveLength(written)
  const told = (await lettersTo(cast.ana.email)).filter(({ text }) => text.includes('“Rota planning”'))
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain(`${newcomers.jonas.name} comes after them and has it now.`)
})
