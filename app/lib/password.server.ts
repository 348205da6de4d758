import { hash, parseOptions, verify } from '@node-rs/argon2'

const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const MIN_PASSWORD = 10
export const MAX_PASSWORD = 200

/** Long enough, and not the address itself. */
export function isWeak(password: string, address: string) {
  const isWrongLength = password.length < MIN_PASSWORD || password.length > MAX_PASSWORD
  return isWrongLength || password.toLowerCase().includes(address.toLowerCase())
}

export function hashPassword(password: string): Promise<string> {
  return twoAtOnce(() => hash(password.normalize('NFKC'), strength))
}

/** Takes as long where there is no password to compare with, so that time tells nothing. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const against = kept ?? (await nobodys)
  const isRight = await twoAtOnce(() => verify(against, password.slice(0, MAX_PASSWORD).normalize('NFKC')))
  return isRight && kept !== null
}

let nobodys: Promise<string> | undefined

/** Kept with less than we now ask for. */
export function isOutdated(kept: string) {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept)
  return (
    memoryCost < strength.memoryCost || timeCost < strength.timeCost || parallelism !== strength.parallelism
  )
}

// Each takes 19 MB and a core: more at once would only slow everything else down.
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function twoAtOnce<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
