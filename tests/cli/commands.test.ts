import { existsSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../cast'
import { startServer, type RunningServer } from '../program/server'
import { asked, vouch, type Eligible, type Issued, type ProgrammeRow } from './vouch'

let server: RunningServer
let contribution: string

beforeAll(async () => {
  server = await startServer()
  const programmes = await asked<ProgrammeRow[]>(server, 'programmes')
  contribution = programmes.find(({ title }) => title === 'Community Contribution')?.id ?? ''
})

afterAll(() => server.remove())

const promised = [
  'verify', 'credentials', 'programmes', 'eligible', 'award', 'revoke', 'audit check', 'draws check', 'keys list', 'keys rotate', 'keys compromised', 'backup', 'restore',
  'admin create', 'invite', 'role grant', 'role end', 'erase-person', 'demo', 'doctor',
]

test('every command says how it is called, and a wrong call ends with 2 and the same words', async () => {
  const overview = await vouch(server, [])
  for (const name of promised) expect(overview.stdout).toContain(`  ${name}`)
  for (const name of promised) {
    const words = name.split(' ')
    const help = await vouch(server, [...words, '--help'])
    expect(help.code, name).toBe(0)
    expect(help.stdout).toContain(`vouch ${name}`)
    expect(help.stdout).toContain('--json')
    const wrong = await vouch(server, [...words, '--no-such-option'])
    expect(wrong.code, name).toBe(2)
    expect(wrong.stdout).toContain(`vouch ${name}`)
  }
  expect((await vouch(server, ['fly'])).code).toBe(2)
}, 600_000)

test('calls that leave something out end with 2', async () => {
  const calls = [
    ['verify'], ['eligible'], ['award', contribution], ['award', contribution, '--all', 'somebody'], ['revoke', 'x'], ['revoke', 'x', '--reason', 'boredom'],
    ['keys', 'rotate', '--compromised', 'lately'], ['keys', 'compromised', 'zKey', 'lately'], ['demo'], ['demo', '--students', 'many'], ['verify', '-', '--trust', 'zNoKey'],
  ]
  for (const call of calls) expect((await vouch(server, call)).code, call.join(' ')).toBe(2)
}, 300_000)

test('what is not there is answered with 1 and a sentence', async () => {
  const calls = [
    ['eligible', 'x'], ['award', 'x', '--all'], ['award', contribution, 'nobody'], ['revoke', 'x', '--reason', 'issued-in-error'],
    ['erase-person', 'nobody'], ['keys', 'compromised', 'zNoKey', '2026-03-14'], ['verify', '/no/such/file'], ['restore', '/no/such/file'],
  ]
  for (const call of calls) {
    const { code, json, stderr } = await vouch(server, [...call, '--json'])
    expect(code, call.join(' ')).toBe(1)
    expect(json, call.join(' ')).toEqual({ error: expect.stringMatching(/^[A-Z/].*\.$/) })
    expect(stderr).toBe('')
  }
}, 300_000)

test('the register names every credential with its address, and each verifies from a file, its address and standard input', async () => {
  const credentials = await asked<Issued[]>(server, 'credentials')
  expect(credentials.map(({ programme }) => programme).sort()).toEqual(['Community Contribution', 'Community Leadership'])
  for (const { id, url, status, shared, person } of credentials) {
    expect({ url, status, shared, name: person.name }).toEqual({
      url: `${server.url}/credentials/${id}`, status: 'valid', shared: true, name: cast.ana.officialName,
    })
  }
  const { url } = credentials[0] ?? { url: '' }
  const document = await (await fetch(`${url}.json`)).text()
  const file = join(server.dataDir, 'credential.json')
  writeFileSync(file, document)
  for (const call of [['verify', file], ['verify', url], ['verify', '-'], ['verify', file, '--offline']]) {
    const { code, json } = await vouch(server, [...call, '--json'], document)
    expect(code).toBe(0)
    expect(json).toMatchObject({ valid: true, inner: expect.arrayContaining([expect.objectContaining({ valid: true })]) })
    expect(json).toHaveProperty('checks.0', { name: 'format', outcome: 'passed', detail: expect.any(String) })
  }
  const forged = await vouch(server, ['verify', '-', '--json'], document.replace('Community', 'Comunity'))
  expect(forged).toMatchObject({ code: 1, json: { valid: false } })
}, 120_000)

test('a key that is trusted speaks for an issuer that nobody can ask', async () => {
  const document = await (await fetch(`${(await asked<Issued[]>(server, 'credentials'))[0]?.url}.json`)).text()
  const stranger = { env: { ...server.env, DATA_DIR: join(server.dataDir, 'stranger'), PORT: '1' } }
  const found = await vouch(stranger, ['admin', 'create', 'admin@elsewhere.example', '--institution', 'Elsewhere', '--slug', 'elsewhere', '--country', 'IE', '--time-zone', 'Europe/Dublin'])
  expect(found.code).toBe(0)
  const [key] = await asked<{ publicKeyMultibase: string }[]>(server, 'keys', 'list')
  const issuer = expect.arrayContaining([expect.objectContaining({ name: 'issuer', outcome: 'unknown' })])
  const alone = await vouch(stranger, ['verify', '-', '--offline', '--json'], document)
  expect(alone).toMatchObject({ code: 1, json: { valid: null, checks: issuer } })
  const trusting = await vouch(stranger, ['verify', '-', '--offline', '--trust', key?.publicKeyMultibase ?? '', '--json'], document)
  expect(trusting.json).toMatchObject({ checks: expect.arrayContaining([expect.objectContaining({ name: 'issuer', outcome: 'passed' })]) })
}, 120_000)

test('rule 15: generated students are offered what they meet, once, through the running server', async () => {
  expect(await asked(server, 'demo', '--students', '30')).toEqual({ students: 30 })
  const before = await asked<Eligible[]>(server, 'eligible', contribution)
  const met = before.filter(row => row.met)
  expect(met.length).toBeGreaterThan(5)
  const summary = await asked<{ person: { id: string }; met: boolean }[]>(server, 'eligible', contribution, '--summary')
  expect(summary.filter(row => row.met).map(({ person }) => person.id)).toEqual(met.map(({ person }) => person.id))
  for (const { met, progress } of before) expect(progress).toMatchObject({ met, have: expect.any(Number), need: expect.any(Number), because: expect.any(Array) })

  const first = await asked<{ awardIds: string[]; alreadyIds: string[] }>(server, 'award', contribution, '--all')
  expect(first.awardIds.length).toBe(met.length - 1) // Ana has hers.
  expect(await asked(server, 'award', contribution, '--all')).toMatchObject({ awardIds: [], alreadyIds: [], notYetIds: [] })
  const leadership = (await asked<ProgrammeRow[]>(server, 'programmes')).find(({ title }) => title === 'Community Leadership')?.id ?? ''
  const student = met.find(({ person }) => person.name.startsWith('Student '))?.person.id ?? ''
  expect(await vouch(server, ['award', leadership, student, '--json'])).toMatchObject({ code: 1, json: { awardIds: [], notYetIds: [student] } })
}, 120_000)

test('a rotated key signs from then on, and what was signed before still verifies', async () => {
  const { publicKeyMultibase } = await asked<{ publicKeyMultibase: string }>(server, 'keys', 'rotate')
  const keys = await asked<{ publicKeyMultibase: string; status: string }[]>(server, 'keys', 'list')
  expect(keys.map(({ status }) => status)).toEqual(['retired', 'active'])
  expect(keys[1]?.publicKeyMultibase).toBe(publicKeyMultibase)
  const forTokens = await asked<{ publicKeyMultibase: string }>(server, 'keys', 'rotate', '--jwt', '--lost')
  expect((await asked<object[]>(server, 'keys', 'list')).slice(2)).toMatchObject([
    { kind: 'P256', status: 'lost' }, { kind: 'P256', status: 'active', ...forTokens },
  ])
  expect(await (await fetch(`${server.url}/issuers/northbridge/did.json`)).text()).toContain(publicKeyMultibase)
  const [credential] = await asked<Issued[]>(server, 'credentials')
  expect((await vouch(server, ['verify', credential?.url ?? ''])).code).toBe(0)
})

test('an offline bundle is checked where nothing is installed and nobody can be asked', async () => {
  const url = (await asked<Issued[]>(server, 'credentials')).find(({ shared }) => shared)?.url ?? ''
  const file = join(server.dataDir, 'bundle.zip')
  writeFileSync(file, Buffer.from(await (await fetch(`${url}.zip`)).arrayBuffer()))
  const nowhere = { env: { ...server.env, DATA_DIR: join(server.dataDir, 'nowhere') } }
  const unknown = await vouch(nowhere, ['verify', file, '--offline', '--json'])
  expect(unknown).toMatchObject({ code: 1, json: { valid: null, checks: expect.arrayContaining([expect.objectContaining({ name: 'because', outcome: 'passed' })]) } })
  // One signed it, the other the list of today.
  const keys = await asked<{ publicKeyMultibase: string }[]>(server, 'keys', 'list')
  const trusted = keys.flatMap(({ publicKeyMultibase }) => ['--trust', publicKeyMultibase])
  const trusting = await vouch(nowhere, ['verify', file, '--offline', ...trusted])
  expect(trusting).toMatchObject({ code: 0, stderr: '' })
  expect(trusting.stdout).toMatch(/passed +status +It was not revoked on /)
  expect(existsSync(join(nowhere.env.DATA_DIR, 'vouch.db'))).toBe(false)
}, 120_000)

test('what is revoked is told to everybody who checks', async () => {
  const [credential] = await asked<Issued[]>(server, 'credentials')
  const { id = '', url = '' } = credential ?? {}
  expect((await vouch(server, ['verify', url])).code).toBe(0)
  expect(await asked(server, 'revoke', id, '--reason', 'issued-in-error')).toEqual({ id, status: 'revoked', reason: 'issuedInError' })
  expect(await vouch(server, ['verify', url, '--json'])).toMatchObject({
    code: 1, json: { valid: false, checks: expect.arrayContaining([expect.objectContaining({ name: 'status', outcome: 'failed' })]) },
  })
  expect((await asked<Issued[]>(server, 'credentials')).find(row => row.id === id)?.status).toBe('revoked')
  expect((await vouch(server, ['revoke', id, '--reason', 'issued-in-error'])).code).toBe(1)
})

test('an administrator is made with an invitation, and somebody known without one', async () => {
  const { url } = await asked<{ url: string }>(server, 'admin', 'create', 'new.admin@northbridge.example', '--name', 'Noor Haddad')
  expect((await fetch(url)).status).toBe(200)
  expect(await asked(server, 'admin', 'create', cast.lena.email)).toEqual({ url: null })
})

test('rule 14: who is erased leaves counts of what stays', async () => {
  const [generated] = (await asked<Eligible[]>(server, 'eligible', contribution)).filter(({ person }) => person.name.startsWith('Student '))
  const id = generated?.person.id ?? ''
  expect(await asked(server, 'erase-person', id)).toMatchObject({ credentials: 0, endorsementsGiven: 0 })
  expect((await asked<Eligible[]>(server, 'eligible', contribution)).map(({ person }) => person.id)).not.toContain(id)
})

test('rule 9: an old key is reported to have been in other hands, and what it signed since verifies no more', async () => {
  const credential = (await asked<Issued[]>(server, 'credentials')).find(({ status }) => status === 'valid')
  const [old, active] = await asked<{ publicKeyMultibase: string }[]>(server, 'keys', 'list')
  const report = (key: { publicKeyMultibase: string } | undefined, since: string) =>
    vouch(server, ['keys', 'compromised', key?.publicKeyMultibase ?? '', since, '--json'])
  expect((await vouch(server, ['verify', credential?.url ?? ''])).code).toBe(0)
  expect(await report(active, '2026-01-01')).toMatchObject({ code: 1, json: { error: expect.stringContaining('signs now') } })
  expect(await report(old, '2999-01-01')).toMatchObject({ code: 1, json: { error: expect.stringContaining('future') } })
  expect(await report(old, '2026-01-01T00:00:00Z')).toMatchObject({ code: 0, json: { compromisedSince: '2026-01-01T00:00:00.000Z' } })
  expect((await vouch(server, ['verify', credential?.url ?? ''])).code).toBe(1)
})

test('rule 10: after all this the chain is whole, and nothing is wrong', async () => {
  expect(await asked(server, 'audit', 'check')).toMatchObject({ isIntact: true })
  const findings = await asked<{ isWell: boolean }[]>(server, 'doctor')
  expect(findings.every(({ isWell }) => isWell)).toBe(true)
})

test('on SQLite only the server writes: over a socket that is the operator’s alone, or not at all', async () => {
  const socket = join(server.dataDir, 'vouch.sock')
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  unlinkSync(socket)
  const refused = await vouch(server, ['keys', 'rotate'])
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain('another Vouch is running on it')
  expect((await vouch(server, ['keys', 'list'])).code).toBe(0)
})

test('without a server a command writes by itself', async () => {
  const folder = join(server.dataDir, 'alone')
  const alone = { env: { ...server.env, DATA_DIR: folder } }
  const nothing = await vouch(alone, ['programmes'])
  expect(nothing.code).toBe(1)
  expect(nothing.stdout).toBe('There is no database here that this version knows. `npm start` makes it, or brings it up to date.\n')
  await asked(alone, 'demo', '--students', '1')
  expect((await asked<ProgrammeRow[]>(alone, 'programmes')).map(({ title }) => title)).toContain('Community Leadership')
  expect(await asked(alone, 'audit', 'check')).toMatchObject({ isIntact: true })
  expect(readFileSync(join(folder, 'secret'), 'utf8').length).toBeGreaterThan(31)
  rmSync(folder, { recursive: true, force: true })
})
