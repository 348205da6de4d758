import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { certificateFacts } from '~/documents/certificate-facts'
import { STANDARD_LOOK } from '~/documents/house-look'
import { renderCertificate } from '~/documents/certificate'
import { acceptAward } from '~/domain/award.server'
import { checkStanding } from '~/domain/credential-check.server'
import { findDocument } from '~/domain/credential.server'
import { readEndorsement, findSharedEndorsement } from '~/domain/endorsement-record.server'
import { revokeCredential } from '~/domain/revocation.server'
import { shareCredential } from '~/domain/share.server'
import {
  audienceOf,
  findStanding,
  isPrinted,
  numberOf,
  showCredential,
} from '~/domain/shown-credential.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { paperWordsIn } from '~/messages/papers'
import { earn, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'

let scene: AwardScene
let id: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  const named = await db.endorsement.findMany({ where: { name: 'Ben Ortiz' } })
  const choices = { nameForm: 'used', named: named.map(endorsement => endorsement.id), evidence: [] } as const
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), choices)
})

const standingOf = async () => found(await findStanding(id))
const shown = async () => showCredential(await standingOf())

test('rule 12: before it is shared its page is there for its holder and the office only', async () => {
  const standing = await standingOf()
  const chidi = await member('chidi')
  const audiences = [scene.ana, scene.rosa, chidi, null].map(actor => audienceOf(standing, async () => actor))
  expect(await Promise.all(audiences)).toEqual(['holder', 'office', null, null])
  expect(isPrinted(standing)).toBe(false)
  await shareCredential(scene.ana, id)
  expect(await audienceOf(await standingOf(), async () => null)).toBe('everyone')
  expect(isPrinted(await standingOf())).toBe(true)
})

test('the page says valid because our own verifier said so, and when', async () => {
  const before = new Date()
  const credential = found(await shown())
  expect(credential).toMatchObject({
    answer: 'valid',
    url: `http://localhost:3000/credentials/${id}`,
    sheet: { holder: 'Ana Duarte' },
  })
  expect(credential.checkedAt.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000)
  expect(credential.number).toBe(numberOf(id))
  expect(credential.number).toMatch(/^[\dA-F]{4}(-[\dA-F]{4}){3}$/)
})

test('a check is kept for some minutes, and the next finds what was changed behind our back', async () => {
  const { document } = await db.credential.findUniqueOrThrow({ where: { id } })
  const first = await checkStanding(await standingOf())
  await db.credential.update({
    where: { id },
    data: { document: document.replace('Ana Duarte', 'Ana Duarto') },
  })
  expect(await checkStanding(await standingOf())).toBe(first)
  setClock(later(new Date(), DAY / 24))
  expect(await shown()).toMatchObject({ answer: 'failed' })
  await db.credential.update({ where: { id }, data: { document } })
  setClock(later(new Date(), DAY / 12))
  expect(await shown()).toMatchObject({ answer: 'valid' })
  setClock(null)
})

test('the certificate carries the stored bytes, and says what the page says', async () => {
  const document = found(await findDocument(id, null))
  const bytes = Buffer.from(document)
  const digest = createHash('sha256').update(bytes).digest()
  const facts = certificateFacts(
    found(await shown()),
    { bytes, digest },
    paperWordsIn('en', 'Europe/Dublin', new Date()),
    { look: STANDARD_LOOK, signatories: [] },
  )
  expect(facts).toMatchObject({
    kind: 'MicroCredential',
    learner: { name: 'Ana Duarte' },
    institution: { country: 'Ireland' },
    credit: '1 ECTS',
    endorsers: [
      { name: 'Ben Ortiz', standing: 'Representation officer, Students’ Union' },
      { name: 'Volunteer coordinator', standing: 'Shoreline Food Bank' },
    ],
    credential: { url: `http://localhost:3000/credentials/${id}`, number: numberOf(id) },
  })
  expect((await renderCertificate(facts)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a signed endorsement is taken apart into what was said, seen and put on record', async () => {
  const { publicId } = await db.endorsement.findFirstOrThrow({
    where: { name: 'Ben Ortiz', carriedBy: { some: {} } },
  })
  const record = readEndorsement(found(await findSharedEndorsement(publicId)))
  expect(record).toMatchObject({
    title: 'Confirmed by Ben Ortiz, Representation officer, Students’ Union',
    issuer: 'Northbridge University',
    statement: 'I was there every week.',
    judgements: [
      { competency: 'Collaboration', sentence: 'Collaboration: Proficient.' },
      { sentence: 'Communication: Developing.' },
    ],
  })
  expect(record.record[0]).toBe('They confirmed 30\u00A0h.')
  expect(record.record).toContain('They signed in with the university.')
})

test('once it is revoked the page says so at once, and says no name and nothing else it said', async () => {
  await revokeCredential(scene.rosa, id, 'issuedInError')
  expect(await shown()).toMatchObject({
    answer: 'revoked',
    revocationReason: 'issuedInError',
    sheet: {
      holder: '',
      results: [],
      activities: [],
      endorsers: [],
      programme: { title: 'Community Contribution' },
    },
  })
  expect(isPrinted(await standingOf())).toBe(false)
})

test('one that was replaced has nothing to show, and one whose holder was erased is not there', async () => {
  const next = await acceptAward(scene.ana, await offerTo(scene, scene.ana), {
    nameForm: 'official',
    named: [],
    evidence: [],
  })
  await revokeCredential(scene.rosa, next, 'superseded')
  const standing = found(await findStanding(next))
  expect(await showCredential(standing)).toBeNull()
  await db.credential.update({ where: { id: next }, data: { document: '' } })
  expect(await findStanding(next)).toBeNull()
})
