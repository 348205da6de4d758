const LONGEST = 200

/** Names of devices: a file called so cannot be saved on Windows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name as a file can have it anywhere: of a path its last part, no controls, no marks that turn the writing
 * direction and make `exe.pdf` of `fdp.exe`, not too long, and with its own ending.
 */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const safe = reserved.test(plain) ? `_${plain}` : plain
  return shortened(safe || 'file')
}

/** Of letters as people count them, so that none is cut in half. */
function shortened(name: string) {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const dot = letters.lastIndexOf('.')
  const ending = dot > letters.length - 12 ? letters.slice(dot) : []
  return [...letters.slice(0, LONGEST - ending.length), ...ending].join('')
}
