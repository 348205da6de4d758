import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const assets = fileURLToPath(new URL('../../build/client/assets', import.meta.url))

export interface Route {
  id: string
  /** As a pattern: `/activities/:activityId/what`. */
  path: string
  index: boolean
  hasLoader: boolean
  hasAction: boolean
}

interface Entry {
  id: string
  parentId?: string
  path?: string
  index?: boolean
  hasLoader: boolean
  hasAction: boolean
}

/** Every route of the build, from the manifest it hands to browsers. */
export function builtRoutes(): Route[] {
  const name = readdirSync(assets).find(file => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('There is no build: run `npm run build` first.')
  const text = readFileSync(join(assets, name), 'utf8')
  const { routes }: { routes: Record<string, Entry> } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  const pathOf = ({ parentId, path = '' }: Entry): string => {
    const parent = parentId ? routes[parentId] : undefined
    return [parent ? pathOf(parent) : '', path].filter(Boolean).join('/')
  }
  return Object.values(routes).map(route => ({
    id: route.id, path: `/${pathOf(route)}`, index: route.index === true, hasLoader: route.hasLoader, hasAction: route.hasAction,
  }))
}
