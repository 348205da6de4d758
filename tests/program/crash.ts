import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from './bundle'
import { cutShort, live, type Victim } from './killing'
import { awardRows, halfThere, reading, strays } from './ledger'
import { mutations, tamperings } from './tampering'

interface Trial {
  databaseUrl(folder: string): Promise<string>
  awards: number
  kills: number
  tamperings: number
}

/** Kills a process that awards, again and again, and looks at what it left each time. */
export function crashTests(trial: Trial) {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-crash-'))
  const said = new Set<string>()
  let victim: Victim
  let databaseUrl: string

  beforeAll(async () => {
    databaseUrl = await trial.databaseUrl(folder)
    const { PATH, HOME } = process.env
    const SECRET = 'a secret for tests, long enough to use'
    const env = { PATH, HOME, DATA_DIR: folder, DATABASE_URL: databaseUrl, SECRET, LOG_LEVEL: 'warn' }
    Object.assign(process.env, env)
    victim = { program: await bundle('awarding'), env }
    await live(victim, 'prepare', String(trial.awards))
  })

  afterAll(async () => {
    await (await import('~/lib/db.server')).db.$disconnect()
    rmSync(folder, { recursive: true, force: true })
  })

  test(`rule 13: killed ${trial.kills} times in the middle of ${trial.awards} awards, none is lost, doubled or half there`, async () => {
    for (let kills = 0; kills < trial.kills; kills++) {
      const left = trial.awards - said.size
      const sayings = Math.floor(Math.random() * (1 + left / (trial.kills - kills + 1)))
      const { accepted, wasKilled } = await cutShort(victim, sayings, Math.random() * 40)
      expect(wasKilled, 'it was still at work').toBe(true)
      for (const id of accepted) said.add(id)
      await reading(databaseUrl, async read => {
        expect(halfThere(await awardRows(read))).toEqual([])
        expect(await strays(read)).toBe(0)
        const stored = new Set((await read<{ id: string }>('SELECT "id" FROM "Credential"')).map(({ id }) => id))
        expect([...said].filter(id => !stored.has(id)), 'lost').toEqual([])
      })
    }
    await live(victim, 'work')
    const awards = await reading(databaseUrl, awardRows)
    expect(halfThere(awards)).toEqual([])
    expect(awards.filter(({ status }) => status === 'accepted')).toHaveLength(trial.awards)
  }, 30 * 60_000)

  test('rule 13: each letter left once, whatever was killed on its way', async () => {
    const { db } = await import('~/lib/db.server')
    expect(await db.job.count({ where: { kind: 'mail', doneAt: null, runAt: { lte: new Date() } } })).toBe(0)
    const letters = await db.job.findMany({ where: { kind: 'mail', doneAt: { not: null } } })
    expect(letters).toHaveLength(2 * trial.awards)
    // A repeat has the name of what it repeats. About an offer accepted meanwhile nothing is left to write.
    const left = readdirSync(join(folder, 'mailbox')).filter(file => file.endsWith('.eml')).map(file => file.slice(0, -'.eml'.length))
    const issued = letters.filter(({ dedupeKey }) => dedupeKey?.startsWith('issued:'))
    expect(issued.filter(({ id }) => !left.includes(id))).toEqual([])
    expect(left.filter(name => !letters.some(({ id }) => id === name))).toEqual([])
  })

  test('rule 7: every credential that was issued between the kills verifies', async () => {
    const { db } = await import('~/lib/db.server')
    const { verifyText } = await import('~/domain/verification.server')
    for (const { id, document } of await db.credential.findMany()) {
      expect((await verifyText(document)).valid, id).toBe(true)
    }
  })

  test(`rule 10: the chain is whole, and each of ${trial.tamperings} ways to flip, delete, reorder, cut or rewrite it is noticed`, async () => {
    const { checkAudit, signAuditHead } = await import('~/domain/audit-head.server')
    const { findHouse } = await import('~/domain/institution.server')
    const { id } = await findHouse()
    expect((await checkAudit(id)).isIntact).toBe(true)
    await signAuditHead(id)
    const chain = await tamperings(id)
    for (let done = 0; done < trial.tamperings; done++) {
      const [name, mutate] = mutations[done % mutations.length] ?? []
      if (!mutate) throw new Error('nothing to do')
      const undo = await chain.tamper(mutate)
      expect((await checkAudit(id)).isIntact, `${name} went unnoticed`).toBe(false)
      await undo()
    }
    expect((await checkAudit(id)).isIntact).toBe(true)
  })
}
