import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { models } from '~/cli/archive.server'

test('an archive tells first what others refer to, so that it can be read in its order', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const early = [...schema.matchAll(/^model (\w+) \{([^]*?)^\}/gm)].flatMap(([, model = '', body = '']) => {
    const referred = [...body.matchAll(/^ {2}\w+ +(\w+)\?? +@relation\(fields/gm)].map(([, target = '']) => target)
    return referred
      .filter(target => target !== model && models.includes(model) && models.indexOf(target) > models.indexOf(model))
      .map(target => `${model} before ${target}`)
  })
  expect(early).toEqual([])
})
