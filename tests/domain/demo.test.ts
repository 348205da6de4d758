import { expect, test } from 'vitest'
import { checkChain } from '~/domain/audit.server'
import { seedWhereDue } from '~/demo.server'
import { db } from '~/lib/db.server'
import { findHouseOfCast, seedHouse } from '../../prisma/people'
import { begin, marks } from '../../prisma/seed'
import { publishedLifecomp } from '../facts'

const heldByAna = async () =>
  db.credential.count({ where: { studentId: (await findHouseOfCast()).personIds.ana, status: 'valid' } })

test('a first start that was killed while it seeded is begun again from empty', async () => {
  const half = await seedHouse(begin)
  await publishedLifecomp(half.institutionId)

  await seedWhereDue()
  const { institutionId } = await findHouseOfCast()
  expect(institutionId).not.toBe(half.institutionId)
  expect(await db.institution.count()).toBe(1)
  expect(await db.framework.count()).toBe(1)
  expect(await heldByAna()).toBe(2)
  expect(await checkChain(institutionId)).toMatchObject({ isIntact: true })
})

test('a demo that was seeded to the end is left as it is', async () => {
  const { institutionId } = await findHouseOfCast()
  await db.unit.updateMany({ where: { institutionId, kind: 'club' }, data: { name: 'Chess Club' } })
  await seedWhereDue()
  expect(await db.unit.count({ where: { institutionId, name: 'Chess Club' } })).toBe(1)
})

test('an institution that seeding did not begin is never emptied, whatever its name', async () => {
  await db.auditEvent.deleteMany({ where: { action: { in: Object.values(marks) } } })
  await seedWhereDue()
  expect(await db.unit.count({ where: { name: 'Chess Club' } })).toBe(1)
})
