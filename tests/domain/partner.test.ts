import addFormats from 'ajv-formats'
import Ajv2019 from 'ajv/dist/2019.js'
import { beforeAll, expect, test } from 'vitest'
import { findAchievement } from '~/domain/achievement.server'
import { openNextVersion } from '~/domain/design-draft.server'
import { commentAsPartner, declineAsPartner, endorseAsPartner } from '~/domain/partner-answer.server'
import { sendPartnerCode } from '~/domain/partner-code.server'
import {
  askPartner, findPartner, findPartnerEndorsement, listEndorsed, listPartners, partnerPath, withdrawPartner,
} from '~/domain/partner.server'
import { erasePartners } from '~/domain/erasure-of-partners.server'
import { normaliseAddress } from '~/domain/people'
import type { PersonActor } from '~/domain/policy'
import { listComments } from '~/domain/programme-comment.server'
import { verifyText } from '~/domain/verification.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { newPublicId } from '~/lib/id.server'
import { found, NotFound } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import { seedProgrammes, type SeededProgrammes } from '../../prisma/programmes'
import { newcomers, outsiders } from '../cast'
import { makeInstitution, member, publishedLifecomp } from '../facts'
import { lettersTo, tokenFrom } from '../letterbox'
import { describePublished, published } from '../standards/conformance'

let omar: PersonActor
let seeded: SeededProgrammes
const browser = newPublicId()
const { ines } = outsiders
const asked = { name: ines.name, email: ines.email, organisation: ines.organisation }

beforeAll(async () => {
  await makeInstitution()
  omar = await member('omar')
  seeded = await seedProgrammes(omar, await member('rosa'), (await publishedLifecomp()).id)
})

async function partnerOf(address: string) {
  const partner = await findPartner(await tokenFrom(address, 'p'))
  if (!partner) throw new Error('The link opens nothing.')
  return partner
}

async function codeFor(partnerId: string) {
  const { id } = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: partnerId }, orderBy: { createdAt: 'desc' } })
  return digits(id)
}

const statement = 'We would ask a holder to lead a shift.'

test('an organisation comments on a draft through its link, once a form, and endorses nothing yet', async () => {
  const draft = await openNextVersion(omar, seeded.leadershipId)
  await askPartner(omar, draft, { ...asked, email: newcomers.kofi.email })
  const partner = await partnerOf(newcomers.kofi.email)
  const comment = { about: 'criteria', text: 'Say how long a term is.' } as const
  const key = newFormKey()
  await Promise.all([commentAsPartner(partner, comment, key), commentAsPartner(partner, comment, key)])
  expect(await listComments(omar, draft)).toMatchObject([
    { about: 'criteria', text: comment.text, author: null, partner: { organisation: ines.organisation } },
  ])
  await expect(endorseAsPartner(partner, browser, { statement, code: '000000' })).rejects.toThrow('Only what is published')
})

test('rule 4: opening a link changes nothing, and rule 5: the code works in the browser that asked', async () => {
  await askPartner(omar, seeded.leadershipId, asked)
  const before = await db.programmePartner.findFirstOrThrow({ where: { email: ines.email } })
  const partner = await partnerOf(ines.email)
  expect(await db.programmePartner.findUniqueOrThrow({ where: { id: partner.id } })).toEqual(before)
  expect(await findPartner(`${partner.id}.AAAAAAAAAAAAAAAAAAAAAA`)).toBeNull()
  await Promise.all([sendPartnerCode(partner, browser), sendPartnerCode(partner, browser)])
  expect((await lettersTo(ines.email)).filter(({ subject }) => subject.includes('Six digits'))).toHaveLength(1)
  const code = await codeFor(partner.id)
  await expect(endorseAsPartner(partner, newPublicId(), { statement, code })).rejects.toThrow('another browser')
  const wrong = code === '123456' ? '654321' : '123456'
  await expect(endorseAsPartner(partner, browser, { statement, code: wrong })).rejects.toThrow('not the six digits')
})

test('rule 6 and 7: it endorses once, signed by the university about the achievement, and verified', async () => {
  const { id } = await db.programmePartner.findFirstOrThrow({ where: { email: ines.email } })
  const partner = found(await findPartner(partnerPath(id).slice('/p/'.length)))
  const endorsement = { statement, code: await codeFor(partner.id) }
  const clicks = await Promise.allSettled([1, 2, 3].map(() => endorseAsPartner(partner, browser, endorsement)))
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const text = (await findPartnerEndorsement(partner.publicId)) ?? ''
  const { publicId } = partner.programme
  expect(JSON.parse(text)).toMatchObject({
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Endorsed by ${ines.name}, ${ines.organisation}`,
    credentialSubject: { id: expect.stringContaining(`/achievements/${publicId}`) },
  })
  const { checks } = await verifyText(text)
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(await listEndorsed(seeded.leadershipId)).toMatchObject([{ endorsementComment: statement }])
  expect(await findAchievement(publicId)).toMatchObject({ endorsement: [JSON.parse(text)] })
  const events = await db.auditEvent.findMany({ where: { subjectId: seeded.leadershipId, action: 'programme.endorsed' } })
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain(ines.name)
})

describePublished('the published schemas', () => {
  test('accept the endorsement, and every published programme as an Achievement with what endorses it', async () => {
    const ajv = addFormats(new Ajv2019({ strict: false, allErrors: false }))
    const [badge, endorsement] = ['achievementcredential', 'endorsementcredential'].map(name => {
      const schema = published(`ob-v3p0-schemas/ob_v3p0_${name}_schema.json`)
      return { ...schema, $id: `https://schema.example/${name}`, $schema: String(schema.$schema).replace('#', '') }
    })
    ajv.addSchema(badge ?? {})
    const isAchievement = ajv.compile({ $ref: 'https://schema.example/achievementcredential#/$defs/Achievement' })
    const isEndorsement = ajv.compile(endorsement ?? {})
    const programmes = await db.programme.findMany({ where: { status: 'published' } })
    expect(programmes).toHaveLength(2)
    for (const { publicId } of programmes) {
      const { '@context': _, ...achievement } = (await findAchievement(publicId)) ?? {}
      expect([isAchievement(achievement), isAchievement.errors]).toEqual([true, null])
    }
    const [{ document } = { document: '{}' }] = await listEndorsed(seeded.leadershipId)
    expect([isEndorsement(JSON.parse(document)), isEndorsement.errors]).toEqual([true, null])
  })
})

test('an address is asked once a version, and again when it was taken off the list', async () => {
  const { contributionId } = seeded
  const jonas = { ...asked, email: newcomers.jonas.email }
  await askPartner(omar, contributionId, jonas)
  await expect(askPartner(omar, contributionId, jonas)).rejects.toThrow('asked about this version already')
  const partner = await partnerOf(jonas.email)
  await withdrawPartner(omar, contributionId, partner.id)
  expect(await findPartner(await tokenFrom(jonas.email, 'p'))).toBeNull()
  await askPartner(omar, contributionId, jonas)
  await declineAsPartner(await partnerOf(jonas.email))
  expect(await listPartners(omar, contributionId)).toMatchObject([{ status: 'declined' }])
})

test('rule 5: a link works for 30 days', async () => {
  const { noor } = newcomers
  await askPartner(omar, seeded.contributionId, { ...asked, email: noor.email })
  const token = await tokenFrom(noor.email, 'p')
  const start = now()
  setClock(later(start, 29 * DAY))
  expect(await findPartner(token)).not.toBeNull()
  setClock(later(start, 30 * DAY + 1000))
  expect(await findPartner(token)).toBeNull()
  setClock(null)
})

test('rule 11: partners are asked by designers of the institution only', async () => {
  const elsewhere = { ...omar, institutionId: 'elsewhere' }
  await expect(askPartner(elsewhere, seeded.contributionId, asked)).rejects.toThrow(NotFound)
  await expect(listPartners(await member('ana'), seeded.contributionId)).rejects.toThrow(NotFound)
  const partner = await db.programmePartner.findFirstOrThrow({ where: { programmeId: seeded.leadershipId } })
  await expect(withdrawPartner(omar, seeded.contributionId, partner.id)).rejects.toThrow(NotFound)
})

test('rule 14: whoever is erased leaves neither name nor words with a programme', async () => {
  const mailboxes = [normaliseAddress(ines.email)]
  const { publicId } = await db.programmePartner.findFirstOrThrow({ where: { email: ines.email } })
  await transaction(tx => erasePartners(tx, { institutionId: 'north', mailboxes }))
  expect(await findPartnerEndorsement(publicId)).toBeNull()
  const rows = JSON.stringify(await db.programmePartner.findMany({ where: { programmeId: seeded.leadershipId } }))
  for (const word of [ines.name, ines.email, statement]) expect(rows).not.toContain(word)
})
