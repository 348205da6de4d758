import { afterEach, beforeEach, expect, vi } from 'vitest'

// What would be an alarm in production is a failure here.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'console.error was called').toEqual([])
  vi.restoreAllMocks()
})
