import { beforeAll, expect, test } from 'vitest'
import { listActivities } from '~/domain/activity-list.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { nameEndorsers, timeActivity } from '~/domain/activity.server'
import { isOpen } from '~/domain/endorsement'
import { returnRequest } from '~/domain/answer.server'
import { studentHome } from '~/domain/home.server'
import { heldOf, tasksOf } from '~/domain/home-view'
import { told as transportTold } from '~/domain/notification.server'
import type { PersonActor } from '~/domain/policy'
import { parseFacts } from '~/domain/revision'
import { returnActivity } from '~/domain/review.server'
import { standingOf } from '~/domain/standing'
import { reviseActivity, submitActivity, withdrawActivity } from '~/domain/submission.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import {
  answererOf, approvedActivity, draftedActivity, endorsedActivity, eventsAbout, lettersAbout, openScene, people, requestOf, requestsOf,
  submittedActivity, type Scene, type Told,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const naming = { invitees: [{ ...people.ines, message: '' }] }

async function refusal(attempt: Promise<unknown>): Promise<Refusal> {
  const error = await attempt.then(() => null, (reason: unknown) => reason)
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

/** As the list tells it: where it stands and who has it. */
async function listed(student: PersonActor, { id }: Told) {
  const { rows, reviewers } = await listActivities(student, { before: null, search: '' })
  const row = rows.find(each => each.id === id)
  if (!row) throw new Error('not on the first page')
  return { ...standingOf(row, reviewers), answerNote: row.answerNote }
}

test('rule 1: nobody asks themselves, whichever of their addresses they use and however it is written', async () => {
  const told = await draftedActivity(scene)
  await db.emailAddress.create({
    data: {
      id: 'ana-private', institutionId: scene.house.institutionId, personId: scene.house.personIds.ana, address: 'ana.duarte@gmail.com',
      normalised: 'anaduarte@gmail.com', confirmedAt: new Date(), createdAt: new Date(),
    },
  })
  const student = await scene.actor('ana')
  for (const email of ['ANA@northbridge.example', 'ana+eleni@northbridge.example', 'a.n.a.duarte+x@googlemail.com']) {
    const no = await refusal(submitActivity(student, told, true, { invitees: [{ ...people.eleni, message: '' }, { ...people.eleni, email, message: '' }] }))
    expect(no.field).toBe('invitees[1].email')
    expect(no.message).toContain('your own addresses')
  }
  expect(await db.activity.findUnique({ where: { id: told.id } })).toMatchObject({ status: 'draft' })
  expect(await db.endorsementRequest.count({ where: { activityId: told.id } })).toBe(0)
})

test('rule 1: a fellow student is not asked where the activity does not allow it', async () => {
  const told = await draftedActivity(scene)
  const no = await refusal(submitActivity(told.student, told, true, { invitees: [{ name: 'Chidi', email: 'chidi@northbridge.example', organisation: '', message: '' }] }))
  expect(no).toMatchObject({ field: 'invitees[0].email', message: expect.stringContaining('fellow student') })
})

test('where somebody named is refused, nobody named beside them is written down', async () => {
  const told = await draftedActivity(scene)
  const chidi = { name: 'Chidi', email: 'chidi@northbridge.example', organisation: '', message: '' }
  await refusal(submitActivity(told.student, told, true, { invitees: [...naming.invitees, chidi] }))
  expect(await db.endorser.count({ where: { email: people.ines.email } })).toBe(0)
})

test('those who name the same people at once, in whatever order, all reach them', async () => {
  const asks = [people.eleni, people.ines, people.ben]
  const drafts = await Promise.all(
    Array.from({ length: 8 }, (_, at) => draftedActivity(scene, { asks: at % 2 ? asks : asks.toReversed() })),
  )
  await Promise.all(drafts.map(told => submitActivity(told.student, told, true)))
  for (const told of drafts) expect(await requestsOf(told)).toHaveLength(asks.length)
  expect(await db.endorser.count({ where: { email: people.ines.email } })).toBe(1)
})

test('rule 2: what is submitted is frozen, and its hash is of exactly what was submitted', async () => {
  const told = await submittedActivity(scene, { evidence: ['link', 'text'], day: '2026-02-07' })
  const revision = await db.revision.findFirstOrThrow({ where: { activityId: told.id }, include: { claims: true, evidence: true } })
  const facts = parseFacts(revision.facts)
  expect(facts).toMatchObject({ title: 'Saturday shifts', number: 1, minutes: 60, timeEntries: [{ day: '2026-02-07', minutes: 60 }] })
  expect(facts.evidence.map(({ digest }) => digest)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect([revision.claims.length, revision.evidence.length]).toEqual([2, 2])
  expect(await refusal(timeActivity(told.student, told, { activityStartDate: '2026-01-01', activityEndDate: null, isOngoing: true, timeEntries: [] }))).toMatchObject({ message: expect.stringContaining('judging') })
})

test('rule 6: naming and submitting together is one change, one event and one mail, however often it is clicked', async () => {
  const told = await draftedActivity(scene, { asks: [] })
  const events = (await eventsAbout(told.id)).length
  const clicks = await Promise.allSettled(Array.from({ length: 20 }, () => submitActivity(told.student, told, true, naming)))
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  expect((await eventsAbout(told.id)).slice(events)).toEqual(['activity.submitted'])
  expect(await db.invitee.count({ where: { activityId: told.id } })).toBe(1)
  const requests = await requestsOf(told)
  expect(requests).toHaveLength(1)
  expect(await lettersAbout(requests[0]?.id ?? '')).toEqual(['endorsement-request'])
})

test('rule 6: of an edit and a submission at once, what is frozen is what the student has', async () => {
  for (let round = 0; round < 5; round++) {
    const told = await draftedActivity(scene)
    await Promise.allSettled([
      timeActivity(told.student, told, { activityStartDate: '2026-02-01', activityEndDate: null, isOngoing: true, timeEntries: [{ day: '2026-02-02', minutes: 5, note: '' }] }),
      submitActivity(told.student, told, true),
    ])
    const { minutes, status } = await db.activity.findUniqueOrThrow({ where: { id: told.id } })
    const frozen = await db.revision.findFirst({ where: { activityId: told.id } })
    expect([status, frozen?.minutes]).toEqual(frozen ? ['submitted', minutes] : ['draft', undefined])
  }
})

test('what is not finished is told in words, and nobody is asked', async () => {
  const told = await draftedActivity(scene, { asks: [] })
  expect(await refusal(submitActivity(told.student, told, false, naming))).toMatchObject({ field: 'declaration' })
  expect((await refusal(submitActivity(told.student, told, true))).message).toContain('name at least one person')
  const future = { activityStartDate: '2099-01-01', activityEndDate: null, isOngoing: true, timeEntries: [{ day: '2099-01-01', minutes: 60, note: '' }] }
  await timeActivity(told.student, told, future)
  expect((await refusal(submitActivity(told.student, told, true, naming))).message).toContain('not started yet')
  await timeActivity(told.student, told, { ...future, activityStartDate: '2026-01-01' })
  expect((await refusal(submitActivity(told.student, told, true, naming))).message).toContain('still to come')
  await timeActivity(told.student, told, { ...future, activityStartDate: '2026-01-01', timeEntries: [] })
  expect((await refusal(submitActivity(told.student, told, true, naming))).message).toContain('how much time')
  await timeActivity(told.student, told, {
    activityStartDate: '2026-01-01', activityEndDate: '2099-01-01', isOngoing: false,
    timeEntries: [{ day: '2026-01-01', minutes: 60, note: '' }],
  })
  expect((await refusal(submitActivity(told.student, told, true, naming))).message).toContain('last day')
  expect(await db.revision.count({ where: { activityId: told.id } })).toBe(0)
})

test('withdrawn, an activity is with nobody, and goes on as a next version that is asked for anew', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ines] })
  await expect(withdrawActivity(await scene.actor('chidi'), told)).rejects.toBeInstanceOf(NotFound)
  await withdrawActivity(told.student, told)
  expect((await requestsOf(told)).filter(({ status }) => isOpen(status))).toEqual([])
  expect(await refusal(withdrawActivity(told.student, told))).toBeInstanceOf(Refusal)
  await reviseActivity(told.student, told)
  const next = { id: told.id, revision: 2, student: told.student }
  await nameEndorsers(told.student, next, naming)
  await submitActivity(told.student, next, true)
  expect((await requestsOf(next)).map(({ endorserName }) => endorserName)).toEqual([people.ines.name])
})

test('nobody’s mailbox is filled: a student asks one person so often a day, and so many in all', async () => {
  const told = await draftedActivity(scene, { student: 'chidi', asks: [] })
  const ask = async (revision: number, ...emails: string[]) => {
    const shown = { id: told.id, revision }
    await submitActivity(told.student, shown, true, { invitees: emails.map(email => ({ ...people.ines, email, message: '' })) })
    await withdrawActivity(told.student, shown)
    await reviseActivity(told.student, shown)
  }
  const spellings = ['victim@estuarylab.example', 'VICTIM+1@estuarylab.example']
  for (let revision = 1; revision <= 20; revision++) await ask(revision, spellings[revision % 2] ?? '')
  const no = await refusal(ask(21, 'another@estuarylab.example', 'Victim+2@estuarylab.example'))
  expect(no).toMatchObject({ field: 'invitees[1].email', message: expect.stringContaining('often enough today') })
  expect(await db.endorser.count({ where: { email: 'another@estuarylab.example' } })).toBe(0)
  for (let at = 0; at < 8; at++) await ask(21 + at, ...Array.from({ length: 5 }, (_, each) => `${at}-${each}@estuarylab.example`))
  expect((await refusal(ask(29, 'last@estuarylab.example'))).message).toContain('60 letters a day')
  setClock(later(now(), DAY + 1000))
  await ask(29, 'victim@estuarylab.example')
  setClock(null)
})

test('the list and the home say who has it now: whoever was asked, whom mail missed, who reviews, who has a question', async () => {
  const chidi = await scene.actor('chidi')
  const asked = await submittedActivity(scene, { student: 'chidi', asks: [people.eleni, people.ines] })
  expect(await listed(chidi, asked)).toMatchObject({ status: 'submitted', unreached: null })
  expect((await listed(chidi, asked)).holders.sort()).toEqual([people.eleni.name, people.ines.name].sort())

  const missed = await submittedActivity(scene, { student: 'chidi', asks: [people.eleni] })
  const { id } = await requestOf(missed)
  await transportTold('undeliverable', { template: 'endorsement-request', params: { requestId: id }, subjectId: id })
  expect(await listed(chidi, missed)).toMatchObject({ holders: [], unreached: people.eleni.name })

  const reviewed = await endorsedActivity(scene, { student: 'chidi' })
  expect(await listed(chidi, reviewed)).toMatchObject({ status: 'inReview', holders: [] })

  const questioned = await submittedActivity(scene, { student: 'chidi' })
  const request = await requestOf(questioned)
  await returnRequest(await answererOf(scene, request), request.id, { question: 'Which weeks?' })
  expect(await listed(chidi, questioned)).toMatchObject({ status: 'returned', answeredBy: people.eleni.name, answerNote: 'Which weeks?' })

  const draft = await draftedActivity(scene, { student: 'chidi', asks: [] })
  const { activities, awards, reviewers, words } = await studentHome(chidi)
  const tasks = tasksOf(activities, awards, words, now())
  expect(tasks.find(task => task.id === questioned.id)).toMatchObject({ kind: 'question', who: people.eleni.name, words: 'Which weeks?' })
  expect(tasks.find(task => task.id === draft.id)).toMatchObject({ kind: 'draft', step: 'who' })
  const held = heldOf(activities, reviewers)
  expect(held.map(each => each.id)).toEqual([asked.id, missed.id, reviewed.id])
  expect(held.map(each => each.isForsaken)).toEqual([false, true, false])
})

test('hours that were corrected are carried through: the activity says by whom, the list and the home show what stands', async () => {
  const told = await endorsedActivity(scene, { student: 'chidi', minutes: 180, says: { confirmedMinutes: 150 } })
  const chidi = await scene.actor('chidi')
  expect((await findActivityPage(chidi, told.id)).correction).toEqual({ by: people.eleni.name, minutes: 150 })
  const { rows } = await listActivities(chidi, { before: null, search: '' })
  expect(rows.find(({ id }) => id === told.id)).toMatchObject({ minutes: 180, confirmedMinutes: 150 })
  const { activities, reviewers } = await studentHome(chidi)
  expect(heldOf(activities, reviewers).find(({ id }) => id === told.id)?.minutes).toBe(150)

  const asClaimed = await endorsedActivity(scene, { student: 'chidi', minutes: 180 })
  expect((await findActivityPage(chidi, asClaimed.id)).correction).toBeNull()
})

test('a review is waited for by name where one person does it for the unit or one above it', async () => {
  const told = await endorsedActivity(scene)
  const { personIds, unitIds } = scene.house
  expect((await listed(told.student, told)).reviewer).toBe('Mina Sato')
  await db.membership.create({
    data: { id: 'second', institutionId: scene.house.institutionId, personId: personIds.ben, role: 'coordinator', unitId: unitIds.university, createdAt: new Date() },
  })
  expect((await listed(told.student, told)).reviewer).toBeNull()
  await db.membership.delete({ where: { id: 'second' } })
})

test('the page of an activity tells its story from the record, newest first, edits in a row as one', async () => {
  const told = await approvedActivity(scene, { asks: [people.ines], evidence: ['link', 'text'] })
  const { history, endorsements, standing } = await findActivityPage(told.student, told.id)
  expect(history.map(({ deed, who, version }) => [deed, who, version])).toEqual([
    ['approved', 'Mina Sato', 1], ['endorsed', people.ines.name, 1], ['submitted', null, 1], ['edited', null, 1], ['logged', null, null],
  ])
  expect(standing.status).toBe('approved')
  expect(JSON.stringify(endorsements)).not.toContain('confidentialNote')
  expect(endorsements).toMatchObject([{ domain: 'estuarylab.example', revision: { number: 1 } }])
})

test('a review that returns it says why, with the reviewer’s name', async () => {
  const told = await endorsedActivity(scene)
  await returnActivity(await scene.actor('mina'), told, { reason: 'Say which shifts.' })
  expect(await listed(told.student, told)).toMatchObject({ status: 'returned', answeredBy: 'Mina Sato', answerNote: 'Say which shifts.' })
})
