import { beforeAll, expect, test } from 'vitest'
import { declineAward } from '~/domain/award.server'
import { findOffer, listOffers } from '~/domain/offer-page.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { earn, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'

let scene: AwardScene
let awardId: string

beforeAll(async () => {
  scene = await openAwardScene()
  const evidence = [{ id: 'rota', kind: 'file' as const, name: 'Rota.pdf', digest: 'd' }]
  await earn(scene, scene.ana, { facts: { evidence } })
  await earn(scene, scene.ana, {
    title: 'Recovery group',
    from: '2026-04-01',
    to: '2026-05-02',
    facts: {
      sensitivity: 'sensitive',
      publicTitle: 'Peer support',
      publicOrganisation: 'A health charity',
      evidence: [{ id: 'log', kind: 'text', name: 'Shift log', digest: 'f' }],
    },
    said: [{ by: 'ines', minutes: 600, saw: { S2: 4 } }],
  })
  await db.endorsement.updateMany({
    where: { name: 'Eleni Papadaki' },
    data: { shownAs: 'roleAndOrganisation' },
  })
  awardId = await offerTo(scene, scene.ana)
})

test('an offer names nobody who did not agree, and nothing of what is told discreetly', async () => {
  const offer = await findOffer(scene.ana, awardId)
  expect(offer).toMatchObject({
    status: 'offered',
    isMet: true,
    credentialId: null,
    names: { official: 'Ana Sofia Duarte', used: 'Ana Duarte' },
    sheet: {
      minutes: 2100,
      activities: [{ title: 'Saturday shifts' }, { title: 'Peer support' }],
      results: [{ code: 'S3' }],
    },
  })
  expect(offer?.endorsers.map(({ name, activity }) => [name, activity])).toEqual([
    ['Ben Ortiz', 'Saturday shifts'],
  ])
  expect(offer?.evidence.map(({ name }) => name)).toEqual(['Rota.pdf'])
})

test('rule 11: nobody else finds it, not even who offered it', async () => {
  for (const other of [scene.rosa, await member('chidi')]) {
    expect(await findOffer(other, awardId)).toBeNull()
    expect(await listOffers(other)).toEqual([])
  }
  expect(await findOffer(scene.ana, 'no-such-award')).toBeNull()
})

test('an offer that something was taken from says so before anyone accepts', async () => {
  await db.endorsement.updateMany({ where: { name: 'Ben Ortiz' }, data: { withdrawnAt: new Date() } })
  await db.endorsement.updateMany({ where: { name: 'Eleni Papadaki' }, data: { withdrawnAt: new Date() } })
  expect(await findOffer(scene.ana, awardId)).toMatchObject({ status: 'offered', isMet: false })
  await db.endorsement.updateMany({ where: {}, data: { withdrawnAt: null } })
})

test('an offer waits until it runs out or is answered', async () => {
  expect((await listOffers(scene.ana)).map(({ id, title }) => [id, title])).toEqual([
    [awardId, 'Community Contribution'],
  ])
  setClock(later(new Date(), 91 * DAY))
  expect(await listOffers(scene.ana)).toEqual([])
  expect(await findOffer(scene.ana, awardId)).toMatchObject({ status: 'lapsed' })
  setClock(null)
  await declineAward(scene.ana, awardId)
  expect(await listOffers(scene.ana)).toEqual([])
  expect(await findOffer(scene.ana, awardId)).toMatchObject({ status: 'declined' })
})
