const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** An RSA key of 4,096 bits takes 730 characters. */
const LONGEST = 800

export function toBase58(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  let rest = BigInt(`0x${hex || '0'}`)
  let digits = ''
  for (; rest > 0n; rest /= 58n) digits = ALPHABET.charAt(Number(rest % 58n)) + digits
  const zeros = bytes.findIndex(byte => byte !== 0)
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + digits
}

export function readBase58(text: string): Buffer | null {
  if (text.length > LONGEST) return null
  let value = 0n
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    if (digit === -1) return null
    value = value * 58n + BigInt(digit)
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0
  const hex = value === 0n ? '' : value.toString(16)
  const evenHex = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(evenHex, 'hex')])
}
