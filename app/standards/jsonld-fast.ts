import { createRequire } from 'node:module'
import type { Quad } from './canonical-rdf'
import type { JsonObject } from './json'

interface JsonLd {
  toRDF(document: JsonObject, options: RdfOptions): Promise<Quad[]>
}

interface RdfOptions {
  documentLoader: (url: string) => Promise<object>
  /** What the contexts don't define is refused, not dropped. */
  safe: boolean
  base: null
  rdfDirection: 'i18n-datatype'
}

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

interface Change {
  activeCtx: ActiveContext
  localCtx: unknown
  options: { safe?: boolean; base?: string | null }
  propagate?: boolean
  overrideProtected?: boolean
  cycles?: Set<string>
}

interface ContextModule {
  getInitialContext(options: { processingMode?: string }): ActiveContext
  process(change: Change): Promise<ActiveContext>
}

/*
 * jsonld 9.0.0 copies every term definition at every node, though none changes once it is made, and works out
 * the terms of a type again for every node of that type (digitalbazaar/jsonld.js#414). Here it shares the one
 * and remembers the other. The output stays the same, quad by quad.
 */
const require = createRequire(import.meta.url)
const context: ContextModule = require('jsonld/lib/context.js')

// All contexts descend from these, which are kept: no order of loading can undo this.
for (const options of [{}, { processingMode: 'json-ld-1.1' }]) {
  Object.assign(context.getInitialContext(options), { clone: shallowClone, revertToPreviousContext: revert })
}
// This works only before jsonld is loaded for the first time, since it takes `process` out of its module then.
context.process = remembering(context.process)

export const jsonld: JsonLd = require('jsonld')

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
  for (const name of ['@base', '@language', '@vocab']) if (name in this) child[name] = Reflect.get(this, name)
  return child
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}

function remembering(process: ContextModule['process']): ContextModule['process'] {
  const known = new WeakMap<ActiveContext, WeakMap<object, ActiveContext>>()
  return async change => {
    if (!isOfType(change)) return process(change)
    const { activeCtx, localCtx } = change
    const made = known.get(activeCtx) ?? new WeakMap<object, ActiveContext>()
    known.set(activeCtx, made)
    const next = made.get(localCtx) ?? (await process(change))
    made.set(localCtx, next)
    return next
  }
}

/** The terms a type brings. In safe mode any complaint about them is an error, so none gets lost on the way. */
function isOfType(change: Change): change is Change & { localCtx: object } {
  const { localCtx, options, propagate, overrideProtected, cycles } = change
  const isPlain = options.safe === true && options.base === null && !overrideProtected && !cycles
  return isPlain && propagate === false && typeof localCtx === 'object' && localCtx !== null
}
