import { beforeAll, expect, test } from 'vitest'
import { isShownElsewhere, linkedPicture, oembedAddress, takenElsewhere } from '~/domain/elsewhere'
import { findByAddress, findShownElsewhere, findToBake } from '~/domain/elsewhere.server'
import { acceptAward } from '~/domain/award.server'
import { revokeCredential } from '~/domain/revocation.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { findStanding, showCredential } from '~/domain/shown-credential.server'
import { found } from '~/lib/refusal'
import { wordsIn } from '~/messages/messages'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'

let scene: AwardScene
let id: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
})

test('what LinkedIn is told, and the snippet, hold the address, the number and nothing else that names the credential', async () => {
  const credential = found(await showCredential(found(await findStanding(id))))
  const at = { ...credential, awardedDate: new Date('2026-04-30T23:30:00Z'), validUntil: new Date('2028-12-01T00:00:00Z') }
  const words = wordsIn('en', 'Europe/Dublin', at.awardedDate)
  const { linkedIn, snippet } = takenElsewhere(at, words)
  const { origin, pathname, searchParams } = new URL(linkedIn)
  expect(origin + pathname).toBe('https://www.linkedin.com/profile/add')
  expect(Object.fromEntries(searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME', name: credential.sheet.programme.title, organizationName: 'Northbridge University',
    issueYear: '2026', issueMonth: '5', expirationYear: '2028', expirationMonth: '12',
    certUrl: credential.url, certId: credential.number,
  })
  expect(takenElsewhere({ ...at, validUntil: null }, words).linkedIn).not.toContain('expiration')
  expect(snippet.replaceAll(credential.url, '')).not.toContain(id)
})

test('rules 11 and 12: only what is shared and stands is shown elsewhere', async () => {
  const url = `http://localhost:3000/credentials/${id}`
  expect([await findShownElsewhere(id), await findByAddress(url), await findToBake(id, null)]).toEqual([null, null, null])
  expect(await findToBake(id, scene.ana)).toMatchObject({ emblem: { issuer: 'Northbridge University' } })

  await shareCredential(scene.ana, id)
  const { credential } = found(await findShownElsewhere(id))
  expect(await findByAddress(url)).toMatchObject({ id })
  expect(await findByAddress(`${url}?from=feed#top`)).toMatchObject({ id })
  for (const other of [`https://elsewhere.example/credentials/${id}`, `${url}/share`, url.replace('http:', 'https:'), id]) {
    expect(await findByAddress(other)).toBe(null)
  }

  await unshareCredential(scene.ana, id)
  expect(await findByAddress(url)).toBe(null)
  await shareCredential(scene.ana, id)
  await revokeCredential(scene.rosa, id, 'issuedInError')
  expect([await findShownElsewhere(id), await findByAddress(url)]).toEqual([null, null])
  expect(await showCredential(found(await findStanding(id)))).toMatchObject({ answer: 'revoked' })
  expect(isShownElsewhere({ ...credential, answer: 'failed' })).toBe(false)
})

test('whatever a programme is called, the snippet is one link around one picture', () => {
  const alt = '"><script>alert(1)</script> & Söhne'
  const html = linkedPicture({ href: 'https://a.example/?a=1&b=2', src: 'https://a.example/x.png', width: 2, height: 1, alt })
  expect(html).toBe(
    '<a href="https://a.example/?a=1&amp;b=2"><img src="https://a.example/x.png" width="2" height="1" ' +
    'alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne"></a>',
  )
  expect(oembedAddress('https://a.example/credentials/x')).toBe(
    'https://a.example/oembed?url=https%3A%2F%2Fa.example%2Fcredentials%2Fx&format=json',
  )
})
