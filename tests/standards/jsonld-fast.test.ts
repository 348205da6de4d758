import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { canonicalRdf, NotCanonical } from '~/standards/canonical-rdf'
import { OB_3, OB_3_EXTENSIONS, VC_2 } from '~/standards/contexts'
import { CLR_2 } from '~/standards/clr-context'
import { isObject, type JsonObject } from '~/standards/json'
import { describePublished, published, publishedNames, publishedPath } from './conformance'
import { elsewhere } from './elsewhere'
import { issuedBadge } from './issued'
import { gapsOf, twinsOf } from './leaves'
import { contextCases } from './context-cases'

async function ours(documents: JsonObject[]): Promise<string[]> {
  const answers = []
  for (const document of documents) {
    try {
      answers.push(await canonicalRdf(document))
    } catch (error) {
      if (!(error instanceof NotCanonical)) throw error
      answers.push(`refused: ${error.message}`)
    }
  }
  return answers
}

function plain(documents: JsonObject[], ...contexts: string[]): Promise<string[]> {
  return elsewhere('plain-jsonld.ts', documents, ...contexts)
}

test('the faster jsonld is the one in use: a context shares its definitions with those made from it', () => {
  const { getInitialContext } = createRequire(import.meta.url)('jsonld/lib/context.js')
  for (const options of [{}, { processingMode: 'json-ld-1.1' }]) {
    const context = getInitialContext(options).clone()
    const definition = {}
    context.mappings.set('term', definition)
    const child = context.clone()
    expect(child.mappings.get('term')).toBe(definition)
    expect(child.mappings).not.toBe(context.mappings)
    child.previousContext = context
    expect(child.revertToPreviousContext()).toBe(context)
  }
})

test('and it works out the terms of a type once, not for every node', async () => {
  const few = await clonesDuring(() => canonicalRdf(documentOf(2)))
  expect(few).toBeGreaterThan(0)
  expect(await clonesDuring(() => canonicalRdf(documentOf(50)))).toBe(few)
})

/** Its context is one that was not seen before. */
function documentOf(count: number): JsonObject {
  const types = { A: { '@id': 'x:A', '@context': { name: `x:name${count}` } } }
  return {
    '@context': { '@vocab': 'x:', type: '@type', ...types },
    part: Array(count).fill({ type: 'A', name: 'one' }),
  }
}

/** How many contexts were copied, counted where every copy starts. */
async function clonesDuring(work: () => Promise<string>): Promise<number> {
  const context = createRequire(import.meta.url)('jsonld/lib/context.js').getInitialContext({})
  const { clone } = context
  let count = 0
  context.clone = function (...nothing: []) {
    count++
    return clone.apply(this, nothing)
  }
  await work()
  context.clone = clone
  return count
}

test('its output is that of the plain one for what we issue, and for changed and incomplete twins of it', async () => {
  const { document } = await issuedBadge()
  const twins = [...twinsOf(document), ...gapsOf(document)].filter((_, index) => index % 4 === 0)
  const documents = [document, ...twins.map(twin => twin.document)]
  expect(await ours(documents)).toEqual(await plain(documents))
})

test('its output is that of the plain one wherever contexts come and go', async () => {
  const answers = await ours(contextCases)
  expect(answers).toEqual(await plain(contextCases))
  expect(answers.filter(answer => !answer.startsWith('refused')).length).toBeGreaterThan(
    contextCases.length / 2,
  )
})

describePublished('the samples of 1EdTech', () => {
  const names = ['samples-1edtech-ob30', 'samples-1edtech-clr20'].flatMap(folder =>
    publishedNames(folder).map(name => `${folder}/${name}`),
  )

  test('have the same canonical form in the faster jsonld and in the plain one', async () => {
    const documents = names.map(published)
    expect(documents.length).toBeGreaterThan(30)
    expect(await ours(documents)).toEqual(await plain(documents))
  })
})

describePublished('the published contexts', () => {
  test('give what we issue the same canonical form as those we hold', async () => {
    const { document } = await issuedBadge()
    const inner = [document.endorsement].flat().filter(isObject)
    const documents = [document, ...inner]
    const files = await plain(
      documents,
      `${VC_2}=${publishedPath('contexts/credentials-v2.jsonld')}`,
      `${OB_3}=${publishedPath('contexts/ob-v3p0-3.0.3.json')}`,
      `${OB_3_EXTENSIONS}=${publishedPath('contexts/ob-v3p0-extensions.json')}`,
    )
    const answers = await ours(documents)
    expect(answers).toEqual(files)
    expect(answers[0]).toContain('#1EdTechJsonSchemaValidator2019>')
  })

  test('give a learner record the same canonical form as the words of CLR 2.0 that are written down here', async () => {
    const simple = published('samples-1edtech-clr20/simple.json')
    const subject = Object(simple.credentialSubject)
    const identifier = { type: 'IdentityObject', hashed: false, identityHash: 'a@b.example', identityType: 'emailAddress' }
    const documents: JsonObject[] = [
      simple,
      { ...simple, partial: true, credentialSubject: { ...subject, identifier: [identifier] } },
      { ...simple, partial: false, credentialSubject: { ...subject, achievement: [], association: [] } },
    ]
    const answers = await ours(documents)
    expect(answers).toEqual(await plain(documents, `${CLR_2}=${publishedPath('contexts/clr-v2p0-2.0.1.json')}`))
    expect(answers[1]).toMatch(/clr\/vocab\.html#partial>.*"true"/)
    expect(answers[0]).toMatch(/clr\/vocab\.html#sourceId>/)
  })
})
