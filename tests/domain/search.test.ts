import { describe, expect, test } from 'vitest'
import { findSought, mark, type Found } from '~/domain/search.server'
import { db, isSqlite, transaction } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { now } from '~/lib/clock.server'
import { fold } from '~/domain/fold'
import { seedHouse } from '../../prisma/people'
import { plansOf, scans } from '../plans'

const { institutionId, unitIds, personIds } = await seedHouse()
const everywhere = mark('i', institutionId)

async function work(
  title: string,
  more: { status?: 'draft' | 'submitted'; organisation?: string; unitId?: string } = {},
) {
  const id = newId()
  const at = { createdAt: now(), statusAt: now() }
  const activity = {
    organisation: 'Rowing Club',
    unitId: unitIds.debating,
    status: 'submitted' as const,
    ...more,
  }
  await db.activity.create({
    data: {
      id,
      institutionId,
      studentId: personIds.ana,
      category: 'club',
      title,
      role: 'Rower',
      ...activity,
      ...at,
    },
  })
  return id
}

async function offer(title: string, description = '') {
  const id = newId()
  await db.opportunity.create({
    data: {
      id,
      institutionId,
      unitId: unitIds.foodBank,
      category: 'volunteering',
      title,
      organisation: 'Pantry',
      description,
      validatorName: 'Eleni',
      validatorEmail: 'eleni@shoreline.example',
      folded: fold(title),
      createdAt: now(),
      openedAt: now(),
    },
  })
  return id
}

const idsOf = async (search: string, marks: readonly (readonly string[])[] = []) =>
  (await findSought('Activity', { within: everywhere, marks, search, after: null }, 50)).hits.map(({ id }) => id)

/** As the index itself knows them, whether or not anything has them still. */
async function termsLike(term: string) {
  const terms = await transaction(async tx => {
    if (isSqlite)
      await tx.$executeRaw`CREATE VIRTUAL TABLE IF NOT EXISTS temp."terms" USING fts5vocab('main', 'ActivityFound', 'row')`
    return isSqlite
      ? tx.$queryRaw<{ term: string }[]>`SELECT "term" FROM temp."terms" WHERE "term" LIKE ${`%${term}`}`
      : tx.$queryRaw<
          { term: string }[]
        >`SELECT word AS "term" FROM ts_stat('SELECT "words" FROM "ActivityWords"') WHERE word = ${term}`
  })
  return terms.map(each => each.term.replace(/^\d/, ''))
}

test('words are found by how they begin, in any order, whatever the case and the accents', async () => {
  const zoe = await work('Zoë’s ÉTÉ workshop', { organisation: 'Ateliers Łódź' })
  const greek = await work('Καλημέρα ΑΘΉΝΑ', { organisation: '학생회' })
  for (const search of ['zoe', 'ete zoe', 'WORKSHOP éte', 'ana duarte zoë', 'ateliers łódz']) {
    expect(await idsOf(search), search).toEqual([zoe])
  }
  for (const search of ['ΚΑΛΗΜΈΡΑ', 'αθήνα καλ', '학생']) expect(await idsOf(search), search).toEqual([greek])
  const hindi = await work('नमस्ते ½ दुनिया')
  for (const search of ['नमस्ते', '½', 'दुनिया नमस्ते']) expect(await idsOf(search), search).toEqual([hindi])
  expect(await idsOf('rkshop')).toEqual([])
  for (const odd of ['%', '"', "' | '", '\0', '_sdraft', '* OR *']) expect(await idsOf(odd), odd).toEqual([])
})

test('the longest words, and many of them, are no trouble', async () => {
  const long = 'x'.repeat(3_000)
  const id = await work(`Counterrevolutionaries ${long.slice(0, 100)}`)
  expect(await idsOf('counterrevolutionar')).toEqual([id])
  expect(await idsOf('counterrevolutionaryx')).toEqual([])
  expect(await idsOf(long.slice(0, 30))).toEqual([id])
  const wordy = await offer('Wordy', `${long} ${'word '.repeat(500)}`)
  const { hits } = await findSought(
    'Opportunity',
    { within: null, marks: [[mark('open', institutionId)]], search: 'word', after: null },
    5,
  )
  expect(hits.map(hit => hit.id)).toEqual([wordy])
})

describe('the index follows whatever is written, by whomever', () => {
  test('a draft is nobody’s to find before it is submitted, nor once it is thrown away', async () => {
    const id = await work('Unfinished business', { status: 'draft' })
    expect(await idsOf('unfinished')).toEqual([])
    await db.activity.update({ where: { id }, data: { status: 'submitted' } })
    expect(await idsOf('unfinished')).toEqual([id])
    await db.activity.update({
      where: { id },
      data: { title: 'Completed business', unitId: unitIds.engineering },
    })
    expect(await idsOf('unfinished')).toEqual([])
    expect(await idsOf('completed', [[mark('u', unitIds.engineering)]])).toEqual([id])
    expect(await idsOf('completed', [[mark('u', unitIds.debating)]])).toEqual([])
    await db.activity.delete({ where: { id } })
    expect(await idsOf('completed')).toEqual([])
  })

  test('rule 14: a name that was changed is found no more, and leaves nothing behind in the index', async () => {
    const id = await work('Choir')
    await db.person.update({
      where: { id: personIds.ana },
      data: { officialName: 'Erased', usedName: 'Erased' },
    })
    expect(await idsOf('duarte')).toEqual([])
    expect(await idsOf('erased choir')).toEqual([id])
    expect(await termsLike('duarte')).toEqual([])
    expect(await termsLike('erased')).toContain('erased')
    await db.person.update({
      where: { id: personIds.ana },
      data: { officialName: 'Ana Sofia Duarte', usedName: 'Ana Duarte' },
    })
  })

  test('an opportunity is marked by what it shows and by whether it is open', async () => {
    const id = await offer('Night steward')
    const competency = await db.competency.create({
      data: {
        id: newId(),
        name: 'Care',
        fullStatement: 'Cares.',
        position: 1,
        framework: {
          create: {
            id: newId(),
            institutionId,
            title: 'F',
            version: '1',
            publisher: 'P',
            uri: 'https://f.example',
            licence: '',
            attribution: '',
          },
        },
      },
    })
    const sought = async (kind: 'open' | 'gone', more: string[][] = []) => {
      const marks = [[mark(kind, institutionId)], ...more]
      return (await findSought('Opportunity', { within: null, marks, search: 'steward', after: null }, 5)).hits
    }
    const shows = [[mark('k', competency.id)]]
    expect(await sought('open', shows)).toEqual([])
    await db.opportunityCompetency.create({ data: { opportunityId: id, competencyId: competency.id } })
    expect(await sought('open', shows)).toMatchObject([{ id }])
    await db.opportunity.update({ where: { id }, data: { retiredAt: now() } })
    expect(await sought('open')).toEqual([])
    expect(await sought('gone', shows)).toMatchObject([{ id }])
    await db.opportunityCompetency.deleteMany({ where: { opportunityId: id } })
    expect(await sought('gone', shows)).toEqual([])
  })
})

/** As if so much had been written in between: what is far apart is looked for in other steps. */
function leaveOut(rows: number) {
  return isSqlite
    ? db.$executeRaw`UPDATE sqlite_sequence SET seq = seq + ${rows} WHERE name = 'ActivityWords'`
    : db.$queryRaw`SELECT CAST(setval('"ActivityWords_seq_seq"', nextval('"ActivityWords_seq_seq"') + ${rows}) AS INTEGER)`
}

test('pages go on where the last ended, whether much or little is found, and the same work is never met twice', async () => {
  const at = { createdAt: now(), statusAt: now() }
  const some = Array.from({ length: 3_000 }, (_, n) => ({
    id: newId(),
    institutionId,
    studentId: personIds.chidi,
    unitId: unitIds.humanities,
    category: 'arts' as const,
    status: 'submitted' as const,
    title: `Rehearsal ${n} ${n % 100 === 0 ? 'gala' : 'weekly'} ${n % 2 === 0 ? 'even' : 'odd'}`,
    organisation: 'Theatre',
    role: 'Actor',
    ...at,
  }))
  for (let from = 0; from < some.length; from += 300) {
    await db.activity.createMany({ data: some.slice(from, from + 300) })
    await leaveOut(10_000)
  }
  for (const [search, count] of [
    ['rehearsal', 3_000],
    ['gala', 30],
    ['rehearsal gala', 30],
    ['rehearsal 2999', 1],
    ['odd even', 0],
    ['odd gala', 0],
    ['even gala', 30],
  ] as const) {
    const met: string[] = []
    for (let after: number | null = null; ; ) {
      const { hits, further }: Found = await findSought(
        'Activity',
        { within: everywhere, marks: [], search, after },
        20,
      )
      met.push(...hits.map(({ id }) => id))
      after = hits.length < 20 ? further : (hits.at(-1)?.seq ?? null)
      if (after === null) break
    }
    expect(met.length, search).toBe(count)
    expect(new Set(met).size).toBe(count)
  }
})

test('nothing that is searched reads a table from end to end (by the plans of the database)', async () => {
  for (const search of ['', 'gala', 'rehearsal weekly']) {
    const plans = await plansOf(() =>
      findSought('Activity', { within: everywhere, marks: [], search, after: 5_000 }, 20),
    )
    expect(plans.length).toBeGreaterThan(0)
    expect(scans(plans)).toEqual([])
  }
})
