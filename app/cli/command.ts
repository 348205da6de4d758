import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A list only for options that may be given more than once. */
export type Options = Record<string, string | boolean | (string | boolean)[] | undefined>

export interface Call {
  positionals: string[]
  options: Options
  out: Output
}

/** One command of `vouch`. Answers the exit code: 0 fine, 1 answered no. */
export interface Command {
  /** Words after `vouch`: "keys rotate". */
  name: string
  usage: string
  summary: string
  /** `no`: only reads. `yes`: on SQLite the running server does it. `alone`: nothing else may run. */
  writes: 'no' | 'yes' | 'alone'
  /** Works where there is no installation, too. */
  isAnywhere?: true
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words without a dash it takes, at least and at most. */
  words: readonly [number, number]
  run(call: Call): Promise<0 | 1>
}

/** Where a command says what it has to say: for people, or as one JSON value at the end. */
interface Output {
  isJson: boolean
  write(text: string): void
}

/** What a command found: `--json` prints the value, everybody else reads the text. */
export function answer({ isJson, write }: Output, value: unknown, text: string) {
  write(isJson ? `${JSON.stringify(value)}\n` : text.endsWith('\n') || text === '' ? text : `${text}\n`)
}

/** The call was wrong: exit 2, with how it should be. */
export class WrongCall extends Error {}

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** @throws WrongCall */
export function readCall(commands: readonly Command[], argv: readonly string[]): { command: Command; call: Omit<Call, 'out'> } {
  const command = longestMatch(commands, argv)
  if (!command) throw new WrongCall(overview(commands))
  const args = argv.slice(command.name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) throw new WrongCall(manual(command))
  try {
    const { values, positionals } = parseArgs({ args: wordsLast(args), allowPositionals: true, options: { ...command.options, ...everywhere } })
    const [least, most] = command.words
    if (positionals.length < least || positionals.length > most) throw new WrongCall(manual(command))
    return { command, call: { positionals, options: values } }
  } catch (error) {
    if (error instanceof WrongCall) throw error
    throw new WrongCall(`${error instanceof Error ? error.message : ''}\n\n${manual(command)}`)
  }
}

/** One public id in 64 begins with a dash: after `--` it is a word as any other. */
function wordsLast(args: readonly string[]): string[] {
  const isId = (arg: string) => /^-[\w-]{21}$/.test(arg)
  if (args.includes('--') || !args.some(isId)) return [...args]
  return [...args.filter(arg => !isId(arg)), '--', ...args.filter(isId)]
}

export function asksForHelp(argv: readonly string[]) {
  return argv.includes('--help') || argv.includes('-h') || argv.length === 0
}

function longestMatch(commands: readonly Command[], argv: readonly string[]) {
  const fits = ({ name }: Command) => name.split(' ').every((word, at) => argv[at] === word)
  return commands.filter(fits).sort((a, b) => b.name.length - a.name.length)[0]
}

function manual({ name, usage, summary }: Command) {
  return `vouch ${name}${usage ? ` ${usage}` : ''}\n\n${summary}\n\nEvery command takes --json and --help.`
}

function overview(commands: readonly Command[]) {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary.split('. ')[0]}`)
  return `vouch COMMAND\n\n${lines.join('\n')}\n\nEvery command takes --json and --help.`
}
