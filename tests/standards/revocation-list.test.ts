import { expect, test } from 'vitest'
import { issueChecked } from '~/standards/issue'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, credentialFacts, ISSUER_ID, key, NOW, world } from './issued'

const LIST = 'https://northbridge.example/revocations'
const badge: JsonObject = {
  ...openBadge(credentialFacts()),
  credentialStatus: { id: LIST, type: '1EdTechRevocationList' },
}

async function statusWith(list: JsonObject | string | null) {
  const { text } = await issueChecked(badge, key.signer, AWARDED)
  const answer = typeof list === 'string' ? list : JSON.stringify(list)
  const lists: Record<string, string> = list === null ? {} : { [LIST]: answer }
  const { checks } = await verifyCredential(text, { now: NOW, lookups: world([key], lists) })
  const status = checks.find(({ name }) => name === 'status')
  return `${status?.outcome} ${status?.detail.code}`
}

const list = (...revokedCredential: JsonObject[]) => ({ id: LIST, issuer: ISSUER_ID, revokedCredential })
const id = String(badge.id)

test('an older list that names the credential says that it is revoked; one that does not, that it is not', async () => {
  expect(await statusWith(list({ id, revocationReason: 'Issued twice' }))).toBe('failed status.revoked')
  expect(await statusWith(list({ id, revoked: true }))).toBe('failed status.revoked')
  expect(await statusWith(list({ id: `${id}x`, revoked: true }))).toBe('passed status.good')
  expect(await statusWith(list({ id, revoked: false }))).toBe('passed status.good')
})

test('a list that can not be had, is another’s, under another name or no list is never “not revoked”', async () => {
  expect(await statusWith(null)).toBe('unknown status.unreachable')
  expect(await statusWith('<html>')).toBe('unknown status.unreadable')
  expect(await statusWith({ id: LIST, issuer: ISSUER_ID })).toBe('unknown status.unreadable')
  expect(await statusWith({ ...list(), issuer: 'https://elsewhere.example' })).toBe('unknown status.other-issuer')
  expect(await statusWith({ ...list(), id: `${LIST}/2` })).toBe('unknown status.unreadable')
})
