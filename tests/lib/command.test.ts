import { expect, test } from 'vitest'
import { readCall, WrongCall, type Command } from '~/cli/command'

const revoke: Command = {
  name: 'revoke', usage: 'ID --reason REASON', summary: '', writes: 'yes', words: [1, 1],
  options: { reason: { type: 'string' } },
  run: () => Promise.resolve(0),
}

const call = (...argv: string[]) => readCall([revoke], argv).call

test('an id that begins with a dash is an id, before and behind the options', () => {
  const id = '-Zk3_x9-QmT0aLrVw8YbNg'
  const wanted = { positionals: [id], options: { reason: 'superseded' } }
  expect(call('revoke', id, '--reason', 'superseded')).toMatchObject(wanted)
  expect(call('revoke', '--reason', 'superseded', id)).toMatchObject(wanted)
  expect(call('revoke', '--reason', 'superseded', '--', id)).toMatchObject(wanted)
})

test('an option that a command has not is a wrong call', () => {
  expect(() => call('revoke', '-x')).toThrow(WrongCall)
  expect(() => call('revoke', 'id', '--all')).toThrow(WrongCall)
})
