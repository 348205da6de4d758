import { afterEach, expect, test } from 'vitest'
import {
  changePassword,
  findReset,
  identify,
  requestPasswordReset,
  resetPassword,
} from '~/domain/sign-in.server'
import { actorFor } from '~/domain/people.server'
import { HOUR, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { hashPassword, isPassword } from '~/lib/password.server'
import { found } from '~/lib/refusal'
import { findActor, sessionOf, signIn } from '~/lib/session.server'
import { TooOften } from '~/lib/throttle.server'
import { hash } from '@node-rs/argon2'
import { seedHouse } from '../../prisma/people'
import { cast, PASSWORD } from '../cast'
import { lettersTo, tokenFrom } from '../letterbox'

const { personIds } = await seedHouse()
const client = { ip: '127.0.0.1' }
const newPassword = 'another good one'

afterEach(() => setClock(null))

const browser = async (id: string) => {
  const [cookie = ''] = (await signIn({ id }, new Request('http://localhost:3000/'))).split(';')
  return new Request('http://localhost:3000/', { headers: { Cookie: cookie } })
}

test('an address and its password are somebody, in whichever spelling of the address', async () => {
  expect(await identify({ address: cast.ana.email, password: PASSWORD }, client)).toEqual({
    id: personIds.ana,
    usedName: cast.ana.usedName,
  })
  expect(
    await identify({ address: 'ANA+phone@Northbridge.example', password: PASSWORD }, client),
  ).toMatchObject({ id: personIds.ana })
})

test('a wrong password, an unknown address and an account without password are refused alike', async () => {
  await db.person.update({ where: { id: personIds.lena }, data: { passwordHash: null } })
  const addresses = [cast.ana.email, 'nobody@northbridge.example', cast.lena.email]
  const said = new Set<string>()
  const work = new Map(addresses.map(address => [address, Infinity]))
  for (let round = 0; round < 8; round++) {
    for (const address of addresses) {
      const start = process.cpuUsage()
      const refusal = await identify({ address, password: 'not it' }, client).catch((error: Error) => error)
      const { user, system } = process.cpuUsage(start)
      said.add(String(refusal))
      work.set(address, Math.min(work.get(address) ?? Infinity, user + system))
    }
  }
  const [known = 0, ...others] = work.values()
  expect(said.size).toBe(1)
  for (const microseconds of others) expect(microseconds).toBeGreaterThan(known / 2)
})

test('after ten wrong passwords for one address the eleventh has to wait, and is told how long', async () => {
  const wrong = () => identify({ address: cast.omar.email, password: 'wrong wrong wrong' }, client)
  for (let times = 0; times < 10; times++) await expect(wrong()).rejects.toThrow('do not belong together')
  await expect(wrong()).rejects.toMatchObject({
    name: 'TooOften',
    message: expect.stringMatching(/Try again in \d+ minutes/),
  })
  await expect(identify({ address: cast.omar.email, password: PASSWORD }, client)).rejects.toMatchObject({
    name: 'TooOften',
  })
  expect(await identify({ address: cast.rosa.email, password: PASSWORD }, client)).toMatchObject({
    id: personIds.rosa,
  })
})

test('who tries the passwords of others locks nobody out who comes from elsewhere, until very many have tried', async () => {
  const wrong = (ip: string) => identify({ address: cast.lena.email, password: 'wrong wrong wrong' }, { ip })
  const right = (ip: string) => identify({ address: cast.lena.email, password: PASSWORD }, { ip })
  await db.person.update({ where: { id: personIds.lena }, data: { passwordHash: await hashPassword(PASSWORD) } })
  for (let times = 0; times < 10; times++) await expect(wrong('203.0.113.1')).rejects.toThrow('do not belong together')
  await expect(right('203.0.113.1')).rejects.toBeInstanceOf(TooOften)
  expect(await right('198.51.100.7')).toMatchObject({ id: personIds.lena })
  // Of one network of IPv6 whoever has it has every address.
  for (let times = 0; times < 10; times++) await expect(wrong(`2001:db8:1:2::${times}`)).rejects.toThrow('do not belong together')
  await expect(wrong('2001:db8:1:2:ffff::1')).rejects.toBeInstanceOf(TooOften)
  for (let network = 2; network <= 9; network++) {
    for (let times = 0; times < 10; times++) await wrong(`203.0.113.${network}`).catch(() => null)
  }
  await expect(right('198.51.100.8')).rejects.toBeInstanceOf(TooOften)
})

test('whoever gets it right is not counted', async () => {
  for (let times = 0; times < 12; times++)
    await identify({ address: cast.ben.email, password: PASSWORD }, client)
})

test('a password kept with less than we ask for now is kept anew at the next sign-in', async () => {
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  await db.person.update({ where: { id: personIds.chidi }, data: { passwordHash: weak } })
  await identify({ address: cast.chidi.email, password: PASSWORD }, client)
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: personIds.chidi } })
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(PASSWORD, passwordHash)).toBe(true)
})

test('a new password by mail: the link works once, ends every session, and the mailbox is told', async () => {
  const open = await browser(personIds.mina)
  await requestPasswordReset({ address: cast.mina.email }, client)
  const token = await tokenFrom(cast.mina.email, 'password-reset')
  expect(await findReset(token)).not.toBeNull()
  await expect(resetPassword(token, { password: 'short' })).rejects.toMatchObject({ field: 'password' })
  expect(await resetPassword(token, { password: newPassword })).toBe(personIds.mina)
  expect(await findActor(open)).toBeNull()
  expect(await identify({ address: cast.mina.email, password: newPassword }, client)).toMatchObject({
    id: personIds.mina,
  })
  await expect(resetPassword(token, { password: newPassword })).rejects.toThrow('used already')
  expect((await lettersTo(cast.mina.email))[0]?.subject).toBe('Your password was changed')
})

test('asking for a new password for an address that nobody has sends nothing and says the same', async () => {
  expect(await requestPasswordReset({ address: 'nobody@northbridge.example' }, client)).toBeUndefined()
  expect(await lettersTo('nobody@northbridge.example')).toEqual([])
})

test('rule 5: a link for a new password runs out after an hour', async () => {
  await requestPasswordReset({ address: cast.devi.email }, client)
  const token = await tokenFrom(cast.devi.email, 'password-reset')
  setClock(later(now(), HOUR + 1000))
  expect(await findReset(token)).toBeNull()
})

test('changing the password asks for the present one and ends every session but this one', async () => {
  const [here, elsewhere] = [await browser(personIds.rosa), await browser(personIds.rosa)]
  const rosa = found(await actorFor(personIds.rosa))
  const change = (presentPassword: string) =>
    changePassword(rosa, { password: newPassword, presentPassword }, sessionOf(here))
  await expect(change('not this one')).rejects.toMatchObject({ field: 'presentPassword' })
  await change(PASSWORD)
  expect(await findActor(here)).not.toBeNull()
  expect(await findActor(elsewhere)).toBeNull()
})

test('twelve sign-ins at once are all answered', async () => {
  const hashes = await Promise.all(Array.from({ length: 12 }, () => hashPassword(newPassword)))
  expect(new Set(hashes).size).toBe(12)
})
