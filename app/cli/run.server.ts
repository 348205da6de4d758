import { NotFound, Refusal } from '~/lib/refusal'
import { SettingsError } from '~/lib/env.server'
import { asksForHelp, readCall, WrongCall, type Command } from './command'
import { commands } from './commands'

/** Carries out a call and answers its exit code: 0 fine, 1 answered no, 2 wrong call. */
export async function run(argv: readonly string[], write: (text: string) => void): Promise<number> {
  try {
    const { command, call } = readCall(commands, argv)
    return await command.run({ ...call, out: { isJson: call.options['json'] === true, write } })
  } catch (error) {
    return explain(error, argv, write)
  }
}

/** Which command a call means; null when it is wrong, and then `run` says so. */
export function commandOf(argv: readonly string[]): Command | null {
  try {
    return readCall(commands, argv).command
  } catch (error) {
    if (error instanceof WrongCall) return null
    throw error
  }
}

export function explain(error: unknown, argv: readonly string[], write: (text: string) => void): number {
  const isJson = argv.includes('--json')
  const say = (sentence: string) => write(isJson ? `${JSON.stringify({ error: sentence })}\n` : `${sentence}\n`)
  if (error instanceof WrongCall) {
    write(`${error.message}\n`)
    return asksForHelp(argv) ? 0 : 2
  }
  if (error instanceof Refusal || error instanceof SettingsError) say(error.message)
  else if (error instanceof NotFound) say('There is no such thing here. Check the id.')
  else throw error
  return 1
}
