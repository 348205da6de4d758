import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeBits, encodeBits, MIN_ENTRIES, newBitstring, readBit, setBit } from '~/standards/bitstring'
import { statusEntry } from '~/standards/status-entry'
import { describePublished, published } from './conformance'

const INDEXES = [0, 1, 7, 8, 23, 94_567, MIN_ENTRIES - 1]

test('rule 8: a list has at least 131,072 entries, all unset', () => {
  expect(newBitstring().length * 8).toBe(131_072)
  expect(newBitstring(200_000).length * 8).toBe(200_000)
  expect(() => newBitstring(131_071)).toThrow(RangeError)
  expect(newBitstring().some(byte => byte !== 0)).toBe(false)
})

test('one entry is set without touching another, and unset again', () => {
  const bits = newBitstring()
  for (const index of INDEXES) setBit(bits, index)
  expect(bits[0]).toBe(0b1100_0001)
  for (let index = 0; index < 200; index++) expect(readBit(bits, index)).toBe(INDEXES.includes(index))
  for (const index of INDEXES) setBit(bits, index, false)
  expect(bits.some(byte => byte !== 0)).toBe(false)
})

test.each([-1, 1.5, MIN_ENTRIES, 2 ** 32, 2 ** 32 + 1, Number.NaN])('there is no entry %d', index => {
  expect(() => readBit(newBitstring(), index)).toThrow(RangeError)
  expect(() => setBit(newBitstring(), index)).toThrow(RangeError)
})

describe('a library that shares no code with ours', () => {
  test('reads the lists we write', async () => {
    const bits = newBitstring()
    for (const index of INDEXES) setBit(bits, index)
    const list = await decodeList({ encodedList: encodeBits(bits) })
    for (const index of [...INDEXES, 2, 22, 24, 94_566])
      expect(list.getStatus(index)).toBe(INDEXES.includes(index))
  })

  test('writes lists that we read', async () => {
    const list = await createList({ length: MIN_ENTRIES })
    for (const index of INDEXES) list.setStatus(index, true)
    const bits = decodeBits(await list.encode())
    for (const index of [...INDEXES, 2, 22, 24, 94_566])
      expect(readBit(bits, index)).toBe(INDEXES.includes(index))
  })
})

describePublished('a list of 1EdTech', () => {
  test('is read, with its one entry set', () => {
    const { credentialSubject } = published('samples-1edtech-ob30/bit-string-list/testlist')
    const bits = decodeBits(Object(credentialSubject).encodedList)
    expect(readBit(bits, 23)).toBe(true)
    expect(readBit(bits, 22)).toBe(false)
  })
})

test('a list without its prefix is read; one too short, too long or broken is not', () => {
  const bits = newBitstring()
  setBit(bits, 7)
  expect(readBit(decodeBits(encodeBits(bits).slice(1)), 7)).toBe(true)
  for (const bad of ['', 'u', 'uAAAA', `u${gzipSync(Buffer.alloc(100)).toString('base64url')}`]) {
    expect(() => decodeBits(bad)).toThrow(RangeError)
  }
  const bomb = `u${gzipSync(Buffer.alloc(50_000_000)).toString('base64url')}`
  expect(() => decodeBits(bomb)).toThrow(RangeError)
})

test('the entry in a credential names its place in the list', () => {
  expect(statusEntry({ list: 'https://vouch.example/status/1', index: 7 })).toEqual({
    id: 'https://vouch.example/status/1#7',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://vouch.example/status/1',
  })
})
