import { afterAll, beforeEach, expect, test } from 'vitest'
import { DAY, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { approvedActivity, people } from '../story'
import { everyRuleHolds } from './rules'
import { PATIENCE } from './seeded'
import { openWorld, START, startOver } from './world'

// The rules are asked after everything that anybody does; here, whether they would notice.
const world = await openWorld()
const { ana, ben } = world.scene.house.personIds
beforeEach(async () => {
  await startOver(world)
  // Whose address it is was known before anybody was asked.
  setClock(new Date(START + DAY))
  await approvedActivity(world.scene, { asks: [people.eleni, people.ben], minutes: 60 })
  await everyRuleHolds(world)
}, PATIENCE)
afterAll(() => setClock(null))

const wrongs: Record<string, [breaks: () => Promise<unknown>, notice: string]> = {
  'a student who asked themselves': [
    () => db.endorser.updateMany({ where: { personId: null }, data: { email: 'ANA+x@northbridge.example' } }),
    'rule 1: a student asked',
  ],
  'a student who reviewed themselves': [
    () => db.review.updateMany({ data: { reviewerId: ana } }),
    'rule 1: a student reviewed',
  ],
  'words about another version': [
    () => db.endorsement.updateMany({ data: { revisionHash: 'of another' } }),
    'rule 2',
  ],
  'a version that was written over': [() => db.revision.updateMany({ data: { facts: '{}' } }), 'rule 2'],
  'words signed about something else': [
    () => db.endorsement.updateMany({ data: { document: '{"id":"urn:uuid:another"}' } }),
    'rule 2: what was signed',
  ],
  'a reviewer who endorsed': [() => db.review.updateMany({ data: { reviewerId: ben } }), 'rule 16'],
  'a letter that was lost': [() => db.job.deleteMany({ where: { kind: 'mail' } }), 'rule 13'],
  'an event that was changed': [
    () => db.auditEvent.updateMany({ where: { seq: 3 }, data: { action: 'activity.approved' } }),
    'isIntact',
  ],
}

test.each(Object.entries(wrongs))('the rules notice %s', async (_name, [breaks, notice]) => {
  await breaks()
  await expect(everyRuleHolds(world)).rejects.toThrow(notice)
})
