import { OB_3, VC_2 } from '~/standards/contexts'
import type { JsonObject } from '~/standards/json'

const terms = { '@vocab': 'https://vocab.example/', id: '@id', type: '@type' }

/** Documents in which the terms in force change from node to node, in every way JSON-LD 1.1 knows. */
export const contextCases: JsonObject[] = [
  // A type brings its own terms, for its node alone, and what follows has the old ones again.
  {
    '@context': {
      ...terms,
      A: { '@id': 'x:A', '@context': { name: 'x:nameOfA' } },
      name: 'x:name',
      part: 'x:part',
    },
    type: 'A',
    name: 'outer',
    part: { name: 'inner', part: { type: 'A', name: 'deepest', part: { name: 'end' } } },
  },
  // Two types at once, in the order of their names.
  {
    '@context': {
      ...terms,
      A: { '@id': 'x:A', '@context': { name: 'x:fromA', only: 'x:onlyA' } },
      B: { '@id': 'x:B', '@context': { name: 'x:fromB' } },
    },
    type: ['B', 'A'],
    name: 'whose?',
    only: 'A',
    other: { name: 'neither' },
  },
  // A property brings terms, which go on below it.
  {
    '@context': { ...terms, part: { '@id': 'x:part', '@context': { name: 'x:inPart' } }, name: 'x:name' },
    name: 'outer',
    part: { name: 'inner', child: { name: 'goes on' } },
  },
  // A type that propagates, a property that does not.
  {
    '@context': {
      ...terms,
      A: { '@id': 'x:A', '@context': { '@propagate': true, name: 'x:kept' } },
      part: { '@id': 'x:part', '@context': { '@propagate': false, name: 'x:dropped' } },
    },
    type: 'A',
    name: 'one',
    child: { name: 'two', part: { name: 'three', child: { name: 'four' } } },
  },
  // Contexts within contexts: a type inside a property inside a type.
  {
    '@context': {
      ...terms,
      A: {
        '@id': 'x:A',
        '@context': {
          part: { '@id': 'x:part', '@context': { B: { '@id': 'x:B', '@context': { name: 'x:deep' } } } },
        },
      },
    },
    type: 'A',
    part: [{ type: 'B', name: 'deep' }, { name: 'shallow' }, 'text'],
    name: 'top',
  },
  // Terms taken away, and all of them taken away.
  { '@context': [terms, { name: 'x:name' }, { name: null }], name: 'gone', title: 'kept' },
  { '@context': terms, part: { '@context': null, 'x:only': 'absolute', name: 'nothing' } },
  // Base, language, vocabulary and direction, changed on the way.
  {
    '@context': { ...terms, '@base': 'https://base.example/a/', '@language': 'en' },
    id: 'me',
    name: 'hello',
    part: {
      '@context': { '@base': 'b/', '@language': 'ar', '@direction': 'rtl', '@vocab': 'y:' },
      id: 'you',
      name: 'مرحبا',
    },
    last: { id: 'they', name: 'again' },
  },
  // Language, base and vocabulary stay while terms come and go.
  {
    '@context': [{ ...terms, '@language': 'en', '@base': 'https://base.example/' }, { name: 'x:name' }],
    name: 'hello',
    part: { '@context': { title: 'x:title' }, id: 'here', title: 'still English', other: 'in the vocabulary' },
  },
  // Lists, sets, graphs, indexes, nested members, reverse members, JSON.
  {
    '@context': {
      ...terms,
      A: { '@id': 'x:A', '@context': { item: { '@id': 'x:item', '@container': '@list' } } },
      graph: { '@id': 'x:graph', '@container': '@graph' },
      by: { '@id': 'x:by', '@container': ['@index', '@set'] },
      byLanguage: { '@id': 'x:l', '@container': '@language' },
      of: { '@reverse': 'x:of' },
      raw: { '@id': 'x:raw', '@type': '@json' },
      more: '@nest',
      byType: { '@id': 'x:bt', '@container': '@type' },
      byId: { '@id': 'x:bi', '@container': '@id' },
    },
    type: 'A',
    item: ['b', 'a', { item: 'nested' }],
    graph: { name: 'in a graph', part: { type: 'A', item: [1] } },
    by: { one: { name: '1' }, two: [{ name: '2' }] },
    byLanguage: { de: 'Hallo', en: 'Hello' },
    of: { id: 'x:parent' },
    raw: { z: [1.5, null, { a: true }] },
    more: { name: 'nested away' },
    byType: { A: { item: ['t'] } },
    byId: { 'x:q': { name: 'q' } },
  },
  // Numbers and truth values in every notation.
  {
    '@context': terms,
    n: [1, -0, 1.5, 1e21, 1e-7, 0.1 + 0.2, true, false],
    d: { '@value': 3, '@type': 'x:float' },
  },
  // Protected terms may not be changed, save by a property's own context.
  { '@context': [{ '@protected': true, name: 'x:name' }, { name: 'x:other' }], name: 'refused' },
  { '@context': [{ '@protected': true, name: 'x:name' }, { other: 'x:other' }, null], name: 'refused' },
  {
    '@context': {
      ...terms,
      '@protected': true,
      name: 'x:name',
      part: { '@id': 'x:part', '@context': { name: 'x:free' } },
    },
    name: 'one',
    part: { name: 'two' },
  },
  // What the contexts don't define is refused.
  { '@context': [VC_2, OB_3], type: ['VerifiableCredential'], nothingSuch: 1 },
  { '@context': ['https://nowhere.example/context'], name: 'unknown context' },
]
