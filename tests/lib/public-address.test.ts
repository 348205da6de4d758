import { expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from '~/lib/public-address.server'

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.32.0.1',
  '100.128.0.1',
  '192.0.1.1',
  '2606:4700:4700::1111',
  '2a00::1',
])('%s is public', address => expect(isPublicAddress(address)).toBe(true))

test.each(['::ffff:1.1.1.1', '64:ff9b::1.1.1.1'])('%s leads to a public address', address => {
  expect(isPublicAddress(address)).toBe(true)
})

const SPECIAL = `
  0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
  172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
  224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
  :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1
  2001::1 2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe:: 3fff::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1
`
  .trim()
  .split(/\s+/)

test.each(SPECIAL)('%s is not public', address => expect(isPublicAddress(address)).toBe(false))

test.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '0x7f.1', '::g'])(
  '%j is no address, so not a public one',
  address => {
    expect(isPublicAddress(address)).toBe(false)
  },
)

test('loopback is loopback, mapped or not', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'].map(isLoopbackAddress)).not.toContain(false)
  expect(['10.0.0.1', '::2', '1.1.1.1', 'fe80::1', ''].map(isLoopbackAddress)).not.toContain(true)
})
