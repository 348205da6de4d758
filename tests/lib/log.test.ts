import { expect, test } from 'vitest'
import { framesOf, pathForLog, reasonOf } from '~/lib/log.server'

test('a log tells what went wrong and where, and nothing that somebody typed', () => {
  const error = new Error('Argument `email`: invalid value.\n  email: "ana@northbridge.example",\n  message: "Dear Eleni"')
  expect(reasonOf(error)).not.toContain('ana@')
  expect(framesOf(error)).toContain('log.test')
  for (const typed of ['ana@', 'Dear Eleni']) expect(framesOf(error)).not.toContain(typed)
  expect(pathForLog('/sign-in?to=/e/secret')).toBe('/sign-in')
})

test('rule 5: a link that somebody copied with what stood around it reaches no log as it is', () => {
  const mac = 'kJ8_aZ-4qLxT0vW2yN6bEg'
  const token = `0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000.${mac}`
  const encoded = token.replace('.', '%2E')
  const copied = [
    `/e/${token}.`, `/e/${token})`, `/e/${token}%3E`, `/password-reset/${token},`, `/e/${encoded}`,
    `/e/${encoded.toLowerCase()}/code`, `/e/${token.replace('k', '%6B')}`, `/e/%zz${token}%`, `/e/(${token}.data`,
    `/e/${token.slice(0, -1)}`, `/e/${token.replace('.', '%252E')}`,
  ]
  for (const path of copied) {
    expect(pathForLog(path), path).toMatch(/^\/(e|password-reset)\/\[link\](\/code|\.data)?$/)
  }
  expect(pathForLog('/credentials/kJ8_aZ-4qLxT0vW2yN6bEg/because.json')).toContain('because.json')
})
