import { beforeAll, expect, test } from 'vitest'
import { listPublishedProgrammes } from '~/domain/catalogue.server'
import { addFramework, listFrameworks } from '~/domain/framework.server'
import type { PersonActor } from '~/domain/policy'
import { microCredentialLacks, standardElements } from '~/domain/programme'
import { ProgrammeForm } from '~/domain/programme-form.server'
import {
  draftProgramme,
  proposeProgramme,
  publishProgramme,
  retireProgramme,
  returnProgramme,
  reviseProgramme,
  rewriteProgramme,
} from '~/domain/programme.server'
import { readRequirement } from '~/domain/requirement.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { seedProgrammes, type SeededProgrammes } from '../../prisma/programmes'
import { lifecomp } from '../../prisma/frameworks/lifecomp'
import { makeInstitution, member, operator, publishedLifecomp, type Lifecomp } from '../facts'

let omar: PersonActor
let rosa: PersonActor
let framework: Lifecomp
let seeded: SeededProgrammes

beforeAll(async () => {
  await makeInstitution()
  framework = await publishedLifecomp()
  omar = await member('omar')
  rosa = await member('rosa')
  seeded = await seedProgrammes(omar, rosa, framework.id)
})

const badge = (part: Partial<ProgrammeForm> = {}) =>
  ProgrammeForm.parse({
    title: 'Two activities',
    level: 'foundation',
    achievementType: 'Badge',
    workloadMinutes: 0,
    requirement: { kind: 'activities', minimum: 2 },
    ...part,
  })

test('the built-in framework has nine competencies, four levels, and a sentence of its own for each pair', async () => {
  const [built] = await listFrameworks('north')
  const competencies = built?.competencies.filter(each => each.humanCodingScheme !== null) ?? []
  expect(competencies.map(each => each.humanCodingScheme)).toEqual([
    'P1',
    'P2',
    'P3',
    'S1',
    'S2',
    'S3',
    'L1',
    'L2',
    'L3',
  ])
  expect(built?.levels.map(level => level.name)).toEqual(['Emerging', 'Developing', 'Proficient', 'Leading'])
  const sentences = competencies.flatMap(each => each.descriptors.map(({ descriptor }) => descriptor))
  expect(new Set(sentences).size).toBe(36)
  const gap = {
    ...lifecomp,
    areas: [
      {
        name: 'A',
        statement: '',
        competencies: [{ code: 'A1', name: 'A1', statement: '', descriptors: ['only one'] }],
      },
    ],
  }
  await expect(addFramework(omar, gap)).rejects.toThrow(Refusal)
})

test('the seeded programmes are micro-credentials with all eleven mandatory elements, the second asking for the first', async () => {
  const institution = await db.institution.findUniqueOrThrow({ where: { id: 'north' } })
  const published = await listPublishedProgrammes('north')
  expect(published.map(({ title, level }) => [title, level])).toEqual([
    ['Community Contribution', 'foundation'],
    ['Community Leadership', 'intermediate'],
  ])
  for (const programme of published) {
    const elements = standardElements(programme, institution)
    expect(elements.filter(({ isMandatory }) => isMandatory)).toHaveLength(11)
    expect(elements.filter(({ isMandatory }) => !isMandatory)).toHaveLength(5)
    expect(elements.filter(({ isComplete }) => !isComplete)).toEqual([])
    expect(microCredentialLacks(programme, institution)).toEqual([])
  }
  expect(JSON.stringify(published[1]?.requirement)).toContain(published[0]?.seriesId)
})

test('a micro-credential lacks what it does not say, where it does not say it', async () => {
  const [programme] = await listPublishedProgrammes('north')
  if (!programme) throw new Error('not published')
  const body = { legalName: 'University', country: '' }
  const bare = {
    ...programme,
    eqfBasis: ' ',
    assessor: '',
    requirement: readRequirement({ kind: 'minutes', minimum: 60 }),
  }
  expect(microCredentialLacks(bare, body)).toEqual(['country', 'level', 'judgement', 'assessor'])
  expect(standardElements(bare, body).find(({ isComplete }) => !isComplete)).toMatchObject({
    element: 'country',
    saidBy: 'institution',
  })
})

test('two people publish', async () => {
  const id = await draftProgramme(omar, badge())
  await expect(publishProgramme(rosa, id)).rejects.toThrow(Refusal)
  await proposeProgramme(omar, id)
  await expect(publishProgramme(omar, id)).rejects.toThrow('colleague')
  await returnProgramme(rosa, id)
  await rewriteProgramme(
    rosa,
    id,
    badge({ title: 'Three activities', requirement: { kind: 'activities', minimum: 3 } }),
  )
  await proposeProgramme(rosa, id)
  await expect(publishProgramme(rosa, id)).rejects.toThrow('colleague')
  await publishProgramme(omar, id)
  expect(await db.programme.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'published',
    title: 'Three activities',
    publishedById: 'omar',
    createdById: 'rosa',
  })
})

test('a published version never changes: the next one stands beside it and replaces it when published', async () => {
  const { contributionId } = seeded
  const before = await db.programme.findUniqueOrThrow({
    where: { id: contributionId },
    include: { outcomes: true },
  })
  await expect(rewriteProgramme(omar, contributionId, badge())).rejects.toThrow(Refusal)
  const next = await reviseProgramme(omar, contributionId, badge({ title: 'Community Contribution, anew' }))
  expect((await listPublishedProgrammes('north')).map(({ id }) => id)).not.toContain(next)
  expect(
    await db.programme.findUniqueOrThrow({ where: { id: contributionId }, include: { outcomes: true } }),
  ).toEqual(before)
  await proposeProgramme(omar, next)
  await publishProgramme(rosa, next)
  const versions = await db.programme.findMany({
    where: { seriesId: before.seriesId },
    orderBy: { version: 'asc' },
  })
  expect(versions.map(({ version, status }) => [version, status])).toEqual([
    [1, 'retired'],
    [2, 'published'],
  ])
  expect(versions[0]).toMatchObject({
    title: before.title,
    requirement: before.requirement,
    publicId: before.publicId,
  })
})

test('a micro-credential that lacks something is refused with what it lacks, and may be a badge', async () => {
  const form = badge({ achievementType: 'MicroCredential' })
  const id = await draftProgramme(omar, form)
  await expect(proposeProgramme(omar, id)).rejects.toThrow('a competency judged by its rubric')
  await rewriteProgramme(omar, id, { ...form, achievementType: 'CoCurricular' })
  await expect(proposeProgramme(omar, id)).resolves.toBeUndefined()
})

test('what nobody could earn, or anybody without doing anything, is not published', async () => {
  const propose = async (requirement: ProgrammeForm['requirement']) =>
    proposeProgramme(omar, await draftProgramme(omar, badge({ requirement })))
  await expect(propose({ kind: 'all', of: [] })).rejects.toThrow(Refusal)
  await expect(
    propose({ kind: 'breadth', frameworkId: framework.id, minimum: 10, level: 1 }),
  ).rejects.toThrow('more than there is')
  const draftFramework = await addFramework(omar, { ...lifecomp, version: 'next' })
  await expect(
    propose({ kind: 'breadth', frameworkId: draftFramework, minimum: 1, level: 1 }),
  ).rejects.toThrow('not published')
  await expect(
    draftProgramme(
      omar,
      badge({ outcomes: [{ competencyId: framework.competency('S1'), levelId: 'nothing' }] }),
    ).then(id => proposeProgramme(omar, id)),
  ).rejects.toThrow('not published')
})

test('a new version never asks for what asks for it', async () => {
  const { seriesId } = await db.programme.findUniqueOrThrow({ where: { id: seeded.leadershipId } })
  const next = await reviseProgramme(
    omar,
    seeded.contributionId,
    badge({ requirement: { kind: 'credential', seriesId } }),
  )
  await db.programme.updateMany({
    where: { title: 'Community Contribution, anew' },
    data: { status: 'retired' },
  })
  await expect(proposeProgramme(omar, next)).rejects.toThrow('ask for itself')
})

test('rule 11: programmes are built by designers and nobody else', async () => {
  const ana = await member('ana')
  await expect(draftProgramme(ana, badge())).rejects.toThrow(NotFound)
  const elsewhere = { ...omar, institutionId: 'elsewhere' }
  await expect(retireProgramme(elsewhere, seeded.leadershipId)).rejects.toThrow(NotFound)
  await expect(proposeProgramme(ana, seeded.leadershipId)).rejects.toThrow(NotFound)
})

test('rule 10: every step is in the audit chain, and names nobody', async () => {
  const events = await db.auditEvent.findMany({
    where: { subjectId: seeded.leadershipId },
    orderBy: { seq: 'asc' },
  })
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['programme.drafted', 'omar'],
    ['programme.proposed', 'omar'],
    ['programme.published', 'rosa'],
  ])
  expect(JSON.stringify(events)).not.toContain('Leadership')
  await retireProgramme(operator(), seeded.leadershipId)
  expect((await listPublishedProgrammes('north')).map(({ id }) => id)).not.toContain(seeded.leadershipId)
})
