import { beforeAll, expect, test } from 'vitest'
import { sheetPrinting } from '~/documents/record-sheet-print.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { findReceiptSheet } from '~/domain/receipt-sheet.server'
import { findRequest } from '~/domain/request.server'
import { verifyText } from '~/domain/verification.server'
import { withdrawEndorsement } from '~/domain/withdrawal.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { readPdf } from '../documents/pdf'
import { endorsedActivity, openScene, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

test('the receipt tells an endorser what they said, how they are known, what happens with it and how to take it back', async () => {
  const request = await requestOf(await endorsedActivity(scene, { says: { confidentialNote: 'Between us' } }))
  const { sheet, signed, madeAt } = await findReceiptSheet(request, endorserOf(request))
  const told = JSON.stringify(sheet)
  const { endorsementComment, confirmedRole } = await db.endorsement.findFirstOrThrow({ where: { requestId: request.id } })
  for (const each of [endorsementComment, confirmedRole, 'confirmed by code', 'While no credential rests on it']) expect(told).toContain(each)
  expect(told).not.toContain('Between us')
  expect((await verifyText(found(signed))).checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  const pdf = await (await sheetPrinting(sheet, signed, madeAt)).print()
  const { attachments } = await readPdf(pdf instanceof Uint8Array ? pdf : new Uint8Array())
  expect(Buffer.from(attachments['credential.json'] ?? []).toString()).toBe(signed)
})

test('rule 11: without having said who they are, nobody gets a receipt; nor for what was not endorsed, nor with another’s link', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  const open = await requestOf(await submittedActivity(scene))
  await expect(findReceiptSheet(request, null)).rejects.toThrow(NotFound)
  await expect(findReceiptSheet(open, endorserOf(open))).rejects.toThrow(NotFound)
  await expect(findReceiptSheet(request, endorserOf(open))).rejects.toThrow(NotFound)
  await expect(findReceiptSheet(request, await scene.actor('ana'))).rejects.toThrow(NotFound)
})

test('once it was taken back the receipt says so', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  await withdrawEndorsement(endorserOf(request), request.id, { reason: 'I mixed up two people.' })
  const { sheet } = await findReceiptSheet(found(await findRequest(request.id)), endorserOf(request))
  expect(sheet.about).toContain('You took it back.')
})
