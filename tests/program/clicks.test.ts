import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, type Eligible } from '../cli/vouch'
import { ask } from '../routes/asking'
import { tellScene, type Person, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

const DOUBLE_CLICKS = 200

let scene: RouteScene
let server: RunningServer
let database: Database.Database

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
  database = new Database(join(scene.dataDir, 'vouch.db'), { readonly: true })
})

afterAll(async () => {
  database.close()
  await server.remove()
})

test('rule 6: two hundred double-clicks on asking freeze one revision, leave one event and ask once', async () => {
  const { draft } = scene.things
  const left = await doubleClicks('ana', `/activities/${draft}/who`, {
    'revision': '1', 'then': 'ask', 'declaration': 'on', 'invitees[0].name': 'Eleni Papadaki', 'invitees[0].email': 'eleni@shorelinefoodbank.example',
    'invitees[0].organisation': 'Shoreline Food Bank', 'invitees[0].message': 'Could you say what you saw?',
  })
  expect(left).toEqual({ done: 1, events: ['activity.submitted'], letters: 1 })
  expect(count('SELECT count(*) FROM "Revision" WHERE "activityId" = ?', draft)).toBe(1)
  expect(count('SELECT count(*) FROM "EndorsementRequest" WHERE "activityId" = ?', draft)).toBe(1)
})

test('rule 6: two hundred double-clicks on endorsing make one endorsement, one event, one letter to each side', async () => {
  const { submitted, token } = scene.things
  const revision = row('SELECT "id", "hash", "facts", "minutes" FROM "Revision" WHERE "activityId" = ?', submitted)
  const facts: { activityStartDate: string; activityEndDate: string; role: string } = JSON.parse(String(revision['facts']))
  const claims = database.prepare<[unknown], { id: string; levelId: string }>('SELECT "id", "levelId" FROM "RevisionClaim" WHERE "revisionId" = ? ORDER BY "position"').all(revision['id'])
  const judgements = claims.flatMap(({ id, levelId }, at) => [[`judgements[${at}].claimId`, id], [`judgements[${at}].answer`, levelId]])
  const left = await doubleClicks('eleni', `/e/${token}`, {
    'revisionHash': String(revision['hash']), 'confirmedRole': facts.role, 'confirmedStart': facts.activityStartDate, 'confirmedEnd': facts.activityEndDate,
    'confirmedMinutes': String(Number(revision['minutes']) / 60), 'endorsementComment': 'I saw her every week.', 'relationship': 'supervisor', 'basis': 'sawIt',
    'isNoRelative': 'on', 'name': 'Eleni Papadaki', 'roleTitle': 'Volunteer coordinator', 'organisation': 'Shoreline Food Bank', 'shownAs': 'nameAndRole',
    ...Object.fromEntries(judgements),
  })
  expect(left).toEqual({ done: 1, events: ['activity.endorsed'], letters: 2 })
  expect(count('SELECT count(*) FROM "Endorsement" WHERE "activityId" = ?', submitted)).toBe(1)
  expect(count('SELECT count(*) FROM "Activity" WHERE "status" = \'inReview\' AND "id" = ?', submitted)).toBe(1)
})

test('rule 6: two hundred double-clicks on approving make one review, one event, one letter', async () => {
  const { submitted } = scene.things
  const left = await doubleClicks('mina', `/review/${submitted}`, { decision: 'approve', revision: '1', answers: '1', reason: '' })
  expect(left).toEqual({ done: 1, events: ['activity.approved'], letters: 1 })
  expect(count('SELECT count(*) FROM "Review" WHERE "activityId" = ?', submitted)).toBe(1)
})

test('rule 6: two hundred double-clicks on offering make one award, one event, one letter and one reminder for later', async () => {
  const { programme } = scene.things
  await asked(server, 'demo', '--students', '2')
  const eligible = await asked<Eligible[]>(server, 'eligible', programme)
  const student = eligible.find(({ met, person }) => met && person.name.startsWith('Student '))?.person.id ?? ''
  const left = await doubleClicks('rosa', `/awards/${programme}`, { students: student })
  expect({ ...left, done: 1 }).toEqual({ done: 1, events: ['award.offered'], letters: 2 })
  expect(count('SELECT count(*) FROM "Award" WHERE "studentId" = ?', student)).toBe(1)
})

test('rule 6: two hundred double-clicks on accepting issue one credential, which everybody who clicked is shown', async () => {
  const { offer } = scene.things
  const left = await doubleClicks('chidi', `/offers/${offer}`, { nameForm: 'official' })
  expect(left).toEqual({ done: 2 * DOUBLE_CLICKS, events: ['award.accepted'], letters: 1 })
  expect(count('SELECT count(*) FROM "Credential" WHERE "awardId" = ?', offer)).toBe(1)
  expect(await asked(server, 'audit', 'check')).toMatchObject({ isIntact: true })
})

/** Everybody at once, each twice: how many were taken on, and which events of people's doing and letters there are that were not before. */
async function doubleClicks(person: Person, address: string, fields: Record<string, string>) {
  const before = { seq: count('SELECT max("seq") FROM "AuditEvent"'), letters: letterIds() }
  const click = () => ask({ port: scene.port, cookie: scene.cookies[person], way: 'form', address, fields, isIndex: false })
  const answers = await Promise.all(Array.from({ length: 2 * DOUBLE_CLICKS }, click))
  const unexpected = answers.filter(({ status }) => status !== 302 && status !== 422)
  expect(unexpected.map(({ status, body }) => `${status} ${body.slice(0, 300)}`)).toEqual([])
  return {
    done: answers.filter(({ status }) => status === 302).length,
    events: database.prepare<[number], string>('SELECT "action" FROM "AuditEvent" WHERE "actorId" IS NOT NULL AND "seq" > ?').pluck().all(before.seq),
    letters: letterIds().filter(id => !before.letters.includes(id)).length,
  }
}

function letterIds() {
  return database.prepare<[], string>('SELECT "id" FROM "Job" WHERE "kind" = \'mail\'').pluck().all()
}

function count(sql: string, ...of: string[]): number {
  return database.prepare<string[], number>(sql).pluck().get(...of) ?? NaN
}

function row(sql: string, of: string): Record<string, unknown> {
  return database.prepare<[string], Record<string, unknown>>(sql).get(of) ?? {}
}
