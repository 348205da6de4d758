import { afterEach, beforeAll, expect, test } from 'vitest'
import { declineRequest, returnRequest } from '~/domain/answer.server'
import { checkChain } from '~/domain/audit.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { EndorseForm } from '~/domain/endorsement-forms.server'
import { findRequest } from '~/domain/request.server'
import { declineActivity, returnActivity } from '~/domain/review.server'
import { reviseActivity, submitActivity } from '~/domain/submission.server'
import { tally } from '~/domain/tally.server'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import {
  answererOf,
  approvedActivity,
  endorse,
  endorsedActivity,
  eventsAbout,
  lettersAbout,
  openScene,
  opportunity,
  people,
  requestOf,
  requestsOf,
  saidOf,
  submittedActivity,
  type Scene,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const activityAt = (id: string) => db.activity.findUniqueOrThrow({ where: { id } })
const endorsementOf = (activityId: string) =>
  db.endorsement.findFirstOrThrow({ where: { activityId }, include: { judgements: true } })

test('an endorsement keeps every judgement, corrected facts and the version it speaks for, signed by the institution', async () => {
  const told = await submittedActivity(scene, { minutes: 90 })
  const request = await requestOf(told)
  await endorse(scene, request, {
    saw: [3, 'notObserved'],
    confirmedMinutes: 75,
    confirmedRole: 'Volunteer',
    confidentialNote: 'Between us.',
  })
  const endorsement = await endorsementOf(told.id)
  expect(endorsement).toMatchObject({
    assurance: 'organisation',
    namedBy: 'student',
    confirmedMinutes: 75,
    confirmedRole: 'Volunteer',
    revisionId: request.revisionId,
    revisionHash: request.revision.hash,
    confidentialNote: 'Between us.',
  })
  expect(new Set(endorsement.judgements.map(({ outcome, levelId }) => [outcome, levelId]))).toEqual(
    new Set([
      ['atLevel', scene.framework.level(3)],
      ['notObserved', null],
    ]),
  )
  expect(endorsement.document).toContain('Not observed')
  expect(endorsement.document).toContain('did:web:')
  expect(endorsement.document).not.toContain('Between us')
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
  expect(await lettersAbout(endorsement.id)).toEqual(['endorsement-receipt'])
})

test('rule 1: nobody endorses their own activity, whichever of their addresses they use', async () => {
  const plot = (email: string) => ({ asks: [{ ...people.eleni, email }] })
  await expect(submittedActivity(scene, plot('ana@northbridge.example'))).rejects.toThrow(
    'your own addresses',
  )
  await expect(submittedActivity(scene, plot('ANA+me@northbridge.example'))).rejects.toThrow(
    'your own addresses',
  )

  const told = await submittedActivity(scene, plot('a.n.a.duarte+vouch@gmail.com'))
  await db.emailAddress.create({
    data: {
      id: 'second',
      institutionId: scene.house.institutionId,
      personId: told.student.id,
      address: 'AnaDuarte@googlemail.com',
      normalised: 'anaduarte@gmail.com',
      createdAt: new Date(),
    },
  })
  await expect(endorse(scene, await requestOf(told))).rejects.toThrow('Nobody endorses their own activity')
  expect(await db.endorsement.count({ where: { activityId: told.id } })).toBe(0)
  await db.emailAddress.delete({ where: { id: 'second' } })
})

test('rule 1: a fellow student is asked only where the opportunity allows it, and never counts as staff', async () => {
  const chidi = {
    name: 'Chidi Okafor',
    email: 'chidi@northbridge.example',
    organisation: 'Shoreline Food Bank',
  }
  await expect(submittedActivity(scene, { asks: [chidi] })).rejects.toThrow('fellow student')
  const strict = await requestOf(await submittedActivity(scene))
  await expect(endorse(scene, strict, { relationship: 'fellowStudent' })).rejects.toThrow(
    'responsible for it',
  )

  const told = await submittedActivity(scene, {
    asks: [chidi],
    opportunity: await opportunity(scene, { allowsPeers: true, reviewPolicy: 'onFlag' }),
  })
  const request = await requestOf(told)
  await endorseActivity(
    await scene.actor('chidi'),
    request.id,
    saidOf(scene, request, { relationship: 'fellowStudent' }),
  )
  expect(await endorsementOf(told.id)).toMatchObject({ assurance: 'email' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
})

test('rule 2: a form that showed another version changes nothing, and an old endorsement never counts for a new one', async () => {
  const told = await endorsedActivity(scene)
  const first = await endorsementOf(told.id)
  await returnActivity(await scene.actor('mina'), told, { reason: 'Which weeks?' })
  await reviseActivity(told.student, told)
  const next = { ...told, revision: 2 }
  await submitActivity(told.student, next, true)

  const old = found(await findRequest(first.requestId))
  const request = await requestOf(next)
  expect(request.revision.hash).not.toBe(old.revision.hash)
  await expect(endorse(scene, request, { revisionHash: old.revision.hash })).rejects.toThrow('has changed')
  await endorse(scene, request, { saw: ['notYet', 'notYet'], confirmedMinutes: 30 })

  const { activities, uncounted } = await tally(told.student.id)
  expect(activities.some(({ id }) => id === told.id)).toBe(false)
  expect(uncounted.filter(({ activityId }) => activityId === told.id).map(({ why }) => why)).toEqual([
    'inReview',
    'earlierRevision',
  ])
})

test('rule 4 and 5: only whom a request was sent to answers it, once', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
  const [eleni, ben] = await requestsOf(told)
  const said = saidOf(scene, found(eleni))
  for (const key of ['ana', 'chidi', 'ben', 'mina', 'devi'] as const) {
    await expect(endorseActivity(await scene.actor(key), found(eleni).id, said)).rejects.toThrow(NotFound)
  }
  await expect(endorseActivity(endorserOf(found(ben)), found(eleni).id, said)).rejects.toThrow(NotFound)
  await endorse(scene, found(eleni))
  await expect(endorse(scene, found(eleni))).rejects.toThrow(Refusal)
  await expect(
    declineRequest(endorserOf(found(eleni)), found(eleni).id, { reason: 'other', note: '' }),
  ).rejects.toThrow(Refusal)
  await endorse(scene, found(ben))
  expect(
    (await db.endorsement.findMany({ where: { activityId: told.id } }))
      .map(({ assurance }) => assurance)
      .sort(),
  ).toEqual(['organisation', 'staff'])
})

test('rule 6: two hundred simultaneous clicks make one endorsement, one event and one mail each', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const clicks = await Promise.allSettled(Array.from({ length: 200 }, () => endorse(scene, request)))
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  for (const click of clicks) if (click.status === 'rejected') expect(click.reason).toBeInstanceOf(Refusal)
  expect(await db.endorsement.count({ where: { activityId: told.id } })).toBe(1)
  expect((await eventsAbout(told.id)).filter(action => action === 'activity.endorsed')).toHaveLength(1)
  expect(await lettersAbout((await endorsementOf(told.id)).id)).toEqual(['endorsement-receipt'])
  expect((await lettersAbout(told.id)).filter(template => template === 'activity-endorsed')).toHaveLength(1)
  expect((await checkChain(scene.house.institutionId)).isIntact).toBe(true)
})

test('a quorum of two waits for both, also when both answer in the same moment', async () => {
  const plot = {
    asks: [people.eleni, people.ben],
    opportunity: await opportunity(scene, { endorsementsNeeded: 2, reviewPolicy: 'onFlag' }),
  }
  const slowly = await submittedActivity(scene, plot)
  const [first, second] = await requestsOf(slowly)
  await endorse(scene, found(first))
  expect(await activityAt(slowly.id)).toMatchObject({ status: 'submitted' })
  await endorse(scene, found(second))
  expect(await activityAt(slowly.id)).toMatchObject({
    status: 'approved',
    approvedRevisionId: found(first).revisionId,
  })

  for (let round = 0; round < 10; round++) {
    const told = await submittedActivity(scene, plot)
    await Promise.all((await requestsOf(told)).map(request => endorse(scene, request)))
    expect(await activityAt(told.id)).toMatchObject({ status: 'approved' })
  }
})

test('one endorser whom only a mailbox confirms sends the whole quorum to review, whoever answers last', async () => {
  const relaxed = await opportunity(scene, { endorsementsNeeded: 2, reviewPolicy: 'onFlag' })
  for (const asks of [
    [people.ines, people.ben],
    [people.ben, people.ines],
  ]) {
    const told = await submittedActivity(scene, { asks, opportunity: relaxed })
    for (const request of await requestsOf(told)) await endorse(scene, request)
    expect(await activityAt(told.id)).toMatchObject({ status: 'inReview', approvedRevisionId: null })
  }
})

test('rule 3: an answer that comes after the approval changes nothing about what counts', async () => {
  const told = await submittedActivity(scene, {
    minutes: 120,
    asks: [people.ben, people.ines],
    opportunity: await opportunity(scene, { reviewPolicy: 'onFlag' }),
  })
  const [ben, ines] = await requestsOf(told)
  await endorse(scene, found(ben))
  await expect(endorse(scene, found(ines), { confirmedMinutes: 1 })).rejects.toThrow(Refusal)
  const counted = (await tally(told.student.id)).activities.find(({ id }) => id === told.id)
  expect(counted?.minutes).toBe(120)
})

test('rule 16: who decided about an activity in review does not endorse its next version', async () => {
  const mina = { name: 'Mina Sato', email: 'mina@northbridge.example', organisation: 'Students’ Union' }
  const told = await endorsedActivity(scene)
  await declineActivity(await scene.actor('mina'), told, { reason: 'Not outside class.' })
  await reviseActivity(told.student, told)
  const next = { ...told, revision: 2 }
  await db.invitee.create({ data: { id: 'mina-asked', activityId: told.id, ...mina } })
  await submitActivity(told.student, next, true)
  const request = found((await requestsOf(next)).find(({ endorser }) => endorser.email === mina.email))
  await expect(
    endorseActivity(await scene.actor('mina'), request.id, saidOf(scene, request)),
  ).rejects.toThrow('reviewed')
})

test('a free mailbox that answers for an organisation we know is a fact for the reviewer', async () => {
  const told = await endorsedActivity(scene, {
    asks: [{ ...people.eleni, email: 'shoreline.help@freemail.example' }],
    opportunity: await opportunity(scene, { reviewPolicy: 'onFlag' }),
  })
  const flags = await db.riskFlag.findMany({ where: { revision: { activityId: told.id } } })
  expect(flags.map(({ kind, facts }) => [kind, facts])).toEqual([
    ['freeMail', { known: 'shorelinefoodbank.example' }],
  ])
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
})

test('a return brings the question to the student, closes the other requests, and the next version asks again', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
  const [eleni, ben] = await requestsOf(told)
  await returnRequest(endorserOf(found(eleni)), found(eleni).id, { question: 'Which Saturdays?' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'returned' })
  expect(await findRequest(found(eleni).id)).toMatchObject({
    status: 'answered',
    answer: 'returned',
    answerNote: 'Which Saturdays?',
  })
  expect(await findRequest(found(ben).id)).toMatchObject({ status: 'withdrawn' })
  expect(await lettersAbout(told.id)).toEqual(['request-returned'])

  await reviseActivity(told.student, told)
  const next = { ...told, revision: 2 }
  await submitActivity(told.student, next, true)
  expect((await requestsOf(next)).map(({ status }) => status)).toEqual(['queued', 'queued'])
  for (const request of await requestsOf(next))
    await endorseActivity(await answererOf(scene, request), request.id, saidOf(scene, request))
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
})

test('a decline closes that request only', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
  const [eleni, ben] = await requestsOf(told)
  await declineRequest(endorserOf(found(eleni)), found(eleni).id, {
    reason: 'cannotJudge',
    note: 'I was on leave.',
  })
  expect(await findRequest(found(eleni).id)).toMatchObject({
    status: 'answered',
    answer: 'declined',
    declineReason: 'cannotJudge',
  })
  expect(await findRequest(found(ben).id)).toMatchObject({ status: 'queued' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'submitted' })
  expect(await lettersAbout(told.id)).toEqual(['request-declined'])
})

test('that it did not happen opens a review, with that as a fact on it', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await declineRequest(endorserOf(request), request.id, { reason: 'didNotHappen', note: 'No such shift.' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
  expect(await db.riskFlag.findFirst({ where: { revisionId: request.revisionId } })).toMatchObject({
    kind: 'didNotHappen',
  })
})

test('rule 12 and 10: what was said stays out of the audit chain', async () => {
  const told = await endorsedActivity(scene, {
    says: { endorsementComment: 'Nobody was left standing.', confidentialNote: 'A quiet one.' },
  })
  const events = JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: told.id } }))
  for (const word of ['Nobody', 'quiet', 'Eleni', 'Papadaki', 'shorelinefoodbank', 'Saturday'])
    expect(events).not.toContain(word)
})

test('an unknown level, a claim left out and a claim answered twice are refused at their place', async () => {
  const request = await requestOf(await submittedActivity(scene))
  const said = saidOf(scene, request)
  const [one, other] = said.judgements
  const wrong = [
    [[found(one)], 'judgements[1].answer'],
    [[{ ...found(one), answer: 'excellent' }, found(other)], 'judgements[0].answer'],
    [[found(one), found(one), found(other)], 'judgements[0].answer'],
  ] as const
  for (const [judgements, field] of wrong) {
    const refusal: unknown = await endorse(scene, request, { judgements: [...judgements] }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({ name: 'Refusal', field })
  }
  expect(await db.endorsement.count({ where: { requestId: request.id } })).toBe(0)
})

test('days still to come are not confirmed: today is the last, where the institution is', async () => {
  // In Dublin it is the second of July already.
  setClock(new Date('2026-07-01T23:30:00Z'))
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const days = { confirmedStart: '2026-07-02', confirmedEnd: '2026-07-02' }
  for (const [field, sentence] of [['confirmedStart', 'first day'], ['confirmedEnd', 'last day']] as const) {
    const said = { ...days, confirmedEnd: null, [field]: '2026-07-03' }
    await expect(endorse(scene, request, said)).rejects.toMatchObject({
      name: 'Refusal', field, message: expect.stringContaining(sentence),
    })
  }
  await endorse(scene, request, days)
  expect(await endorsementOf(told.id)).toMatchObject(days)
})

test('nothing is preselected: a form without an answer is not one', () => {
  const parsed = EndorseForm.safeParse({ judgements: [{ claimId: 'one' }] })
  const paths = parsed.error?.issues.map(issue => issue.path.join('.'))
  expect(paths).toContain('judgements.0.answer')
  expect(paths).toContain('relationship')
  expect(paths).toContain('basis')
  expect(paths).toContain('isNoRelative')
})

test('rule 15 and 13: the approved story goes through the same verbs, and its mail waits in the outbox', async () => {
  const told = await approvedActivity(scene)
  expect(await activityAt(told.id)).toMatchObject({ status: 'approved' })
  expect(await eventsAbout(told.id)).toEqual([
    'activity.logged',
    'activity.edited',
    'activity.edited',
    'activity.edited',
    'activity.submitted',
    'activity.endorsed',
    'activity.approved',
  ])
  expect(await lettersAbout(told.id)).toEqual(['activity-endorsed', 'activity-approved'])
  expect(await db.job.count({ where: { doneAt: { not: null } } })).toBe(0)
})
