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

/** In one folder: a name that was there before, in small letters or large, gets a number. */
export function distinctFileNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return names.map(name => {
    const key = name.toLowerCase()
    for (let number = (taken.get(key) ?? 0) + 1; ; number++) {
      const numbered = number === 1 ? name : withNumber(name, number)
      if (number > 1 && taken.has(numbered.toLowerCase())) continue
      taken.set(key, number)
      if (number > 1) taken.set(numbered.toLowerCase(), 1)
      return numbered
    }
  })
}

function withNumber(name: string, number: number) {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`
}

/** Of letters as people count them, so that none is cut in half. */
function shortened(name: string) {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const dot = letters.lastIndexOf('.')
  const ending = dot > letters.length - 12 ? letters.slice(dot) : []
  return [...letters.slice(0, LONGEST - ending.length), ...ending].join('')
}
