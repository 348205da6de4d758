import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import addFormats from 'ajv-formats'
import Ajv2019 from 'ajv/dist/2019.js'
import { beforeAll, expect, test } from 'vitest'
import { openArchive } from '~/cli/archive.server'
import { writeArchive } from '~/cli/backup.server'
import { certificateFacts } from '~/documents/certificate-facts'
import { STANDARD_LOOK } from '~/documents/house-look'
import { renderCertificate } from '~/documents/certificate'
import { findAchievement } from '~/domain/achievement.server'
import { findArtwork, printableArtwork, uploadArtwork } from '~/domain/artwork.server'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { openNextVersion } from '~/domain/design-draft.server'
import { findDesign } from '~/domain/design-page.server'
import { studentHome } from '~/domain/home.server'
import { offerAwards } from '~/domain/offer.server'
import { actorFor } from '~/domain/people.server'
import type { PersonActor } from '~/domain/policy'
import { proposeProgramme, publishProgramme } from '~/domain/programme.server'
import { findStanding, showCredential } from '~/domain/shown-credential.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { paperWordsIn } from '~/messages/papers'
import { earn, nothingNamed, openAwardScene, type AwardScene } from '../award-scene'
import { photo } from '../hostile-artwork'
import { describePublished, published } from '../standards/conformance'

let scene: AwardScene
let omar: PersonActor
let version: string
let artwork: string
let credential: string

/** The next version of it, with this picture, published. */
async function publishWith(programmeId: string, picture: Buffer) {
  const id = await openNextVersion(omar, programmeId)
  const arrived = await receive(Readable.from([picture]), 1_000_000, new Refusal('too large'))
  await uploadArtwork(omar, id, (await findDesign(omar, id)).shown.artwork, arrived)
  await arrived.discard()
  await proposeProgramme(omar, id)
  await publishProgramme(scene.rosa, id)
  const { artworkDigest } = await db.programme.findUniqueOrThrow({ where: { id } })
  return { id, digest: found(artworkDigest) }
}

beforeAll(async () => {
  scene = await openAwardScene()
  omar = found(await actorFor('omar'))
  const made = await publishWith(scene.contributionId, await photo(400, 300).png().toBuffer())
  version = made.id
  artwork = made.digest
  await earn(scene, scene.ana)
  await offerAwards(scene.rosa, version, [scene.ana.id])
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: scene.ana.id, inForce: { not: null } } })
  credential = await acceptAward(scene.ana, id, nothingNamed)
})

const documentOf = async () => found(await findDocument(credential, scene.ana))

test('the credential names the picture of its version, and is valid', async () => {
  const document = await documentOf()
  const { credentialSubject } = JSON.parse(document)
  expect(credentialSubject.achievement.image).toEqual({
    id: `http://localhost:3000/artwork/${artwork}.png`,
    type: 'Image',
    caption: 'Emblem of the programme: Community Contribution',
  })
  const { checks } = await verifyText(document)
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})

test('a programme without one names the emblem that is drawn for it', async () => {
  const { publicId, seriesId } = await db.programme.findUniqueOrThrow({ where: { id: scene.leadershipId } })
  expect(await findAchievement(publicId)).toMatchObject({
    image: { id: `http://localhost:3000/emblem.svg?detail=engraved&seed=${seriesId}&level=2`, type: 'Image' },
  })
})

test('the student’s home and the credential’s page show it', async () => {
  const { awards, aims } = await studentHome(scene.ana)
  expect(awards.map(({ artworkDigest }) => artworkDigest)).toEqual([artwork])
  expect(aims.find(({ id }) => id === version)).toMatchObject({ artworkDigest: artwork })
  const standing = found(await findStanding(credential))
  expect(found(await showCredential(standing)).sheet.programme.artworkDigest).toBe(artwork)
})

test('the certificate prints it in the place of the drawing, the same bytes each time', async () => {
  const bytes = Buffer.from(await documentOf())
  const shown = found(await showCredential(found(await findStanding(credential))))
  const signed = { bytes, digest: createHash('sha256').update(bytes).digest() }
  const words = paperWordsIn('en', 'Europe/Dublin', new Date(0))
  const drawn = await renderCertificate(certificateFacts(shown, signed, words, { look: STANDARD_LOOK, signatories: [] }))
  const print = async () => renderCertificate(certificateFacts(shown, signed, words, { look: STANDARD_LOOK, signatories: [] }, await printableArtwork(artwork)))
  const printed = await print()
  expect([printed.includes('/Subtype /Image'), drawn.includes('/Subtype /Image')]).toEqual([true, false])
  expect(printed.includes('/SMask')).toBe(false)
  expect(printed.equals(await print())).toBe(true)
})

test('its address answers for ever, also when the next version looks otherwise, and an archive carries both', async () => {
  const { digest } = await publishWith(version, await photo(300, 400).png().toBuffer())
  await runDueJobs()
  for (const each of [artwork, digest]) {
    expect(await findArtwork(each, () => Promise.resolve(null))).toMatchObject({ isPublic: true })
  }
  const path = join(mkdtempSync(join(tmpdir(), 'vouch-artwork-')), 'archive')
  await writeArchive(path)
  const archive = openArchive(path)
  const kept = archive.prepare<[], { digest: string }>('SELECT digest FROM file').all().map(row => row.digest)
  archive.close()
  expect(kept).toEqual(expect.arrayContaining([artwork, digest]))
})

describePublished('the published schemas', () => {
  test('accept a credential and an achievement with a picture', async () => {
    const schema = published('ob-v3p0-schemas/ob_v3p0_achievementcredential_schema.json')
    const ajv = addFormats(new Ajv2019({ strict: false, allErrors: false }))
    ajv.addSchema({ ...schema, $id: 'https://schema.example/badge', $schema: String(schema.$schema).replace('#', '') })
    const isBadge = ajv.compile({ $ref: 'https://schema.example/badge' })
    const isAchievement = ajv.compile({ $ref: 'https://schema.example/badge#/$defs/Achievement' })
    expect([isBadge(JSON.parse(await documentOf())), isBadge.errors]).toEqual([true, null])
    const { publicId } = await db.programme.findUniqueOrThrow({ where: { id: version } })
    const { '@context': _, ...achievement } = found(await findAchievement(publicId))
    expect(achievement['image']).toMatchObject({ id: expect.stringContaining(artwork) })
    expect([isAchievement(achievement), isAchievement.errors]).toEqual([true, null])
  })
})
