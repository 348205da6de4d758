import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../cast'
import { startServer, type RunningServer } from '../program/server'
import { asked, vouch } from './vouch'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.remove())

const kofi = 'kofi@estuarylab.example'
const society = 'Debating Society'
const named = ['--name', 'Kofi Mensah', '--role', 'coordinator']

test('calls that leave something out, or name no role there is, end with 2', async () => {
  const calls = [
    ['invite'], ['invite', kofi], ['invite', kofi, '--name', 'Kofi Mensah'], ['invite', kofi, '--role', 'admin'],
    ['invite', kofi, '--name', 'Kofi Mensah', '--role', 'king'], ['invite', 'kofi', ...named],
    ['role', 'grant', cast.lena.email], ['role', 'grant', cast.lena.email, 'king'], ['role', 'end', 'lena', 'careers'], ['role'],
  ]
  for (const call of calls) expect((await vouch(server, call)).code, call.join(' ')).toBe(2)
}, 300_000)

test('rule 15: an invitation leaves by the rules of the page, once', async () => {
  const invited = await asked(server, 'invite', kofi, ...named, '--unit', society)
  expect(invited).toEqual({ invitation: expect.any(String), role: 'coordinator', unit: society })
  const calls = [
    ['invite', kofi, ...named], ['invite', cast.ana.email, ...named],
    ['invite', 'nobody@estuarylab.example', ...named, '--unit', 'Nowhere'],
  ]
  for (const call of calls) {
    const { code, json } = await vouch(server, [...call, '--json'])
    expect({ code, json }, call.join(' ')).toEqual({ code: 1, json: { error: expect.stringMatching(/^[A-Z].*\.$/) } })
  }
}, 120_000)

test('a role is given and ended where it was given, and said no to where it is not', async () => {
  const lena = cast.lena.email
  const given = await asked<{ person: string }>(server, 'role', 'grant', lena, 'coordinator', '--unit', society)
  expect(given).toMatchObject({ role: 'coordinator', unit: society })
  const refused = [
    ['role', 'grant', lena, 'coordinator', '--unit', society], ['role', 'end', lena, 'coordinator'],
    ['role', 'grant', 'nobody@northbridge.example', 'student'],
  ]
  for (const call of refused) expect((await vouch(server, [...call, '--json'])).code, call.join(' ')).toBe(1)
  expect(await asked(server, 'role', 'end', lena, 'coordinator', '--unit', society)).toEqual(given)
  expect((await vouch(server, ['role', 'end', lena, 'coordinator', '--unit', society])).code).toBe(1)
  expect(await asked(server, 'role', 'grant', lena, 'registrar')).toEqual({ person: given.person, role: 'registrar', unit: null })
  expect(await asked(server, 'audit', 'check')).toMatchObject({ isIntact: true })
}, 120_000)
