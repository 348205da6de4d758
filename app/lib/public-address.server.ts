import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Whether an IP address belongs to the open internet (IANA special-purpose registries). */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  if (!isIPv6(address)) return false
  const inner = embeddedIpv4(address)
  if (inner) return isPublicAddress(inner)
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

export function isLoopbackAddress(address: string): boolean {
  if (isIPv4(address)) return loopback.check(address, 'ipv4')
  const inner = embeddedIpv4(address)
  return inner ? isLoopbackAddress(inner) : isIPv6(address) && loopback.check(address, 'ipv6')
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Only this block of IPv6 is given out for the open internet. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

const special = new BlockList()
const SPECIAL_IPV4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
  '224.0.0.0/4', '240.0.0.0/4',
]
// Within 2000::/3: protocol assignments with Teredo, documentation twice, and 6to4, which carries an IPv4 address.
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
for (const block of SPECIAL_IPV4) special.addSubnet(...subnet(block), 'ipv4')
for (const block of SPECIAL_IPV6) special.addSubnet(...subnet(block), 'ipv6')

function subnet(block: string): [string, number] {
  const [net = '', prefix] = block.split('/')
  return [net, Number(prefix)]
}

const MAPPED = /^::ffff:(?:0:)?([\da-f]{1,4}):([\da-f]{1,4})$/
const NAT64 = /^64:ff9b::([\da-f]{1,4}):([\da-f]{1,4})$/

/** The IPv4 address in a mapped or NAT64 one: whoever connects to the one reaches the other. */
function embeddedIpv4(address: string): string | null {
  if (!isIPv6(address)) return null
  const normal = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [, high, low] = MAPPED.exec(normal) ?? NAT64.exec(normal) ?? []
  if (!high || !low) return null
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)]
  return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`
}
