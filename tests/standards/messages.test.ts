import { expect, test } from 'vitest'
import { verification } from '~/messages/en/verification'
import { sentence, type Detail, type Sentences } from '~/standards/check'

// Fails to compile when a code has no sentence, or a sentence no code.
const sentences: Sentences = verification.details
const dates = { day: (moment: string) => moment.slice(0, 10) }

const details: [Detail, string][] = [
  [{ code: 'format.open-badge' }, 'It is a well-formed Open Badge 3.0.'],
  [{ code: 'format.unreadable', why: 'not-an-object' }, 'This is JSON, but not a credential.'],
  [
    { code: 'proof.valid', count: 1 },
    'The content is exactly what was signed; nothing has been changed since.',
  ],
  [{ code: 'proof.valid', count: 2 }, 'The content is exactly what was signed; 2 signatures say so.'],
  [
    { code: 'validity.until', from: '2026-05-02T10:00:00Z', until: '2036-05-02T10:00:00Z' },
    'Valid from 2026-05-02 to 2036-05-02.',
  ],
  [
    { code: 'because.bound', parts: 1 },
    'The reasons file and the part of it you were given are those that were signed.',
  ],
]

test.each(details)('%j is said in one plain sentence', (detail, words) => {
  expect(sentence(detail, sentences, dates)).toBe(words)
})

test('a check is called by its name, one of several by its number', () => {
  expect(verification.check('status')).toBe('Revocation')
  expect(verification.check('proof 2')).toBe('Signature 2')
})
