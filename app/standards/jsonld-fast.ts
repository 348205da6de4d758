import { createRequire } from 'node:module'
import type { JsonObject } from './json'

const require = createRequire(import.meta.url)

interface JsonLd {
  toRDF(document: JsonObject, options: RdfOptions): Promise<object[]>
}

interface RdfOptions {
  documentLoader: (url: string) => Promise<object>
  /** What the contexts don't define is refused, not dropped. */
  safe: boolean
  base: null
  rdfDirection: 'i18n-datatype'
}

export const jsonld: JsonLd = require('jsonld')

/** A part of jsonld's inner state, as version 9.0.0 has it: the terms in force at one place of a document. */
interface ActiveContext {
  mappings: Map<string, object | null>
  protected: Record<string, boolean>
  inverse: object | null
  getInverse: () => object
  previousContext?: ActiveContext
  clone: (this: ActiveContext) => ActiveContext
  revertToPreviousContext: (this: ActiveContext) => ActiveContext
}

interface ContextModule {
  getInitialContext(options: { processingMode?: string }): ActiveContext
}

/**
 * jsonld 9.0.0 copies every term definition at every node, though none changes once it is made, and makes
 * a new context whenever it leaves one, so that its cache never hits (digitalbazaar/jsonld.js#414). All
 * contexts descend from one, which is kept; giving that one cheaper verbs is enough, and needs no order of
 * loading. The output stays the same, quad by quad.
 */
const context: ContextModule = require('jsonld/lib/context.js')
for (const options of [{}, { processingMode: 'json-ld-1.1' }]) {
  Object.assign(context.getInitialContext(options), { clone: shallowClone, revertToPreviousContext: revert })
}

const SCALARS = ['@base', '@language', '@vocab'] as const

function shallowClone(this: ActiveContext): ActiveContext {
  const child: ActiveContext & Record<string, unknown> = {
    mappings: new Map(this.mappings),
    protected: { ...this.protected },
    inverse: null,
    getInverse: this.getInverse,
    clone: this.clone,
    revertToPreviousContext: this.revertToPreviousContext,
  }
  if (this.previousContext) child.previousContext = this.previousContext
  for (const name of SCALARS) if (name in this) child[name] = Reflect.get(this, name)
  return child
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}
