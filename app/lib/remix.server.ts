import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

/**
 * Remix goes through all routes several times a request. Here the first word of a path and how many there are
 * choose a handler that knows only the routes which can be meant, so a page costs the same however many others
 * there are.
 */
export function remixInParts(build: ServerBuild, getLoadContext: GetLoadContextFunction): RequestHandler {
  const handlerOf = (part: ServerBuild) => createRequestHandler({ build: part, getLoadContext })
  const whole = handlerOf(build)
  const parts = new Map<string, RequestHandler>()
  for (const words of Object.keys(build.routes).map(id => wordsOf(build, id))) {
    parts.set(keyOf(words), parts.get(keyOf(words)) ?? handlerOf(partFor(build, words)))
  }
  // What no route can mean is looked for among all: Remix has addresses of its own.
  return (request, response, next) => (parts.get(keyOf(wordsIn(request.originalUrl))) ?? whole)(request, response, next)
}

/** Routes that begin with the word and are no longer, with what lies around them; and home, which browsers are told of with every page. */
function partFor(build: ServerBuild, [first, ...more]: string[]): ServerBuild {
  const kept = new Set<string>()
  for (const id of Object.keys(build.routes)) {
    const words = wordsOf(build, id)
    const isMeant = words.length === 0 || (words[0] === first && words.length <= more.length + 1)
    if (isMeant) for (const each of [id, ...parentsOf(build, id)]) kept.add(each)
  }
  return { ...build, routes: picked(build.routes, kept), assets: { ...build.assets, routes: picked(build.assets.routes, kept) } }
}

function wordsOf(build: ServerBuild, id: string): string[] {
  const paths = [...parentsOf(build, id).reverse(), id].map(each => build.routes[each]?.path ?? '')
  return paths.join('/').split('/').filter(Boolean)
}

function parentsOf(build: ServerBuild, id: string): string[] {
  const parentId = build.routes[id]?.parentId
  return parentId ? [parentId, ...parentsOf(build, parentId)] : []
}

/** A page's data stands beside it, and the home page's at `/_root.data`. */
function wordsIn(url: string): string[] {
  const path = (url.split('?', 1)[0] ?? '').replace(/^\/_root\.data$/, '').replace(/\.data$/, '')
  return path.split('/').filter(Boolean)
}

const keyOf = (words: string[]) => `${words.length} ${words[0] ?? ''}`

function picked<T>(record: Record<string, T>, kept: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => kept.has(key)))
}
