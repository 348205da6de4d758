import { expect, test } from 'vitest'
import { framesOf, pathForLog, reasonOf } from '~/lib/log.server'

test('a log tells what went wrong and where, and nothing that somebody typed', () => {
  const error = new Error('Argument `email`: invalid value.\n  email: "ana@northbridge.example",\n  message: "Dear Eleni"')
  expect(reasonOf(error)).not.toContain('ana@')
  expect(framesOf(error)).toContain('log.test')
  for (const typed of ['ana@', 'Dear Eleni']) expect(framesOf(error)).not.toContain(typed)
  expect(pathForLog('/sign-in?to=/e/secret')).toBe('/sign-in')
})
