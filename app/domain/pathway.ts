import type { Outlook } from './outlook'
import type { ProgrammeLevel } from './programme'
import { parts, type Requirement } from './requirement'

/** A programme in a stack, and where the student stands with it. */
export interface Stop {
  id: string
  seriesId: string
  title: string
  level: ProgrammeLevel
  state: 'held' | 'offered' | 'met' | 'begun' | 'open'
  /** Steps from the bottom of the stack: one above the highest it builds on. */
  layer: number
  /** Series it builds on, of this pathway. */
  buildsOn: string[]
}

/** Programmes that build on each other, directly or through others; lower layers first. */
export interface Pathway {
  stops: Stop[]
}

type Stacked = Pick<Outlook, 'id' | 'seriesId' | 'title' | 'level' | 'isHeld' | 'isOffered' | 'isMet' | 'share'> & {
  requirement: Requirement
}

/** Of all programmes; one that neither builds on another nor carries one stands in none. */
export function pathwaysOf(programmes: readonly Stacked[]): Pathway[] {
  const bySeries = new Map(programmes.map(programme => [programme.seriesId, programme]))
  const below = new Map(programmes.map(programme => [programme.seriesId, buildsOn(programme, bySeries)]))
  const groups = joined([...bySeries.keys()], below).filter(group => group.length > 1)
  return groups.map(group => ({
    stops: group
      .flatMap(seriesId => {
        const programme = bySeries.get(seriesId)
        if (!programme) return []
        const { id, title, level } = programme
        const layer = layerOf(seriesId, below)
        return [{ id, seriesId, title, level, layer, state: stateOf(programme), buildsOn: below.get(seriesId) ?? [] }]
      })
      .sort((a, b) => a.layer - b.layer || a.title.localeCompare(b.title)),
  }))
}

/** The pathway a programme stands in, with nothing that neither leads to it nor builds on it. */
export function pathwayThrough(seriesId: string, pathways: readonly Pathway[]): Pathway | null {
  const whole = pathways.find(({ stops }) => stops.some(stop => stop.seriesId === seriesId))
  if (!whole) return null
  const below = new Map(whole.stops.map(stop => [stop.seriesId, stop.buildsOn]))
  const above = new Map<string, string[]>()
  for (const { seriesId: upper, buildsOn } of whole.stops)
    for (const lower of buildsOn) above.set(lower, [...(above.get(lower) ?? []), upper])
  const kept = new Set([...reached(seriesId, below), ...reached(seriesId, above)])
  return { stops: whole.stops.filter(stop => kept.has(stop.seriesId)) }
}

function buildsOn({ requirement, seriesId }: Stacked, known: ReadonlyMap<string, unknown>): string[] {
  const asked = [...parts(requirement)].flatMap(({ requirement: part }) =>
    part.kind === 'credential' ? [part.seriesId] : [],
  )
  return [...new Set(asked)].filter(series => series !== seriesId && known.has(series))
}

type Links = ReadonlyMap<string, readonly string[]>

function reached(from: string, links: Links): Set<string> {
  const seen = new Set([from])
  for (const each of seen) for (const next of links.get(each) ?? []) seen.add(next)
  return seen
}

/** Those connected in either direction, in the order given. */
function joined(all: readonly string[], below: Links): string[][] {
  const both = new Map<string, string[]>(all.map(each => [each, []]))
  for (const [upper, lowers] of below)
    for (const lower of lowers) {
      both.get(upper)?.push(lower)
      both.get(lower)?.push(upper)
    }
  const seen = new Set<string>()
  return all.flatMap(each => {
    if (seen.has(each)) return []
    const group = reached(each, both)
    for (const member of group) seen.add(member)
    return [all.filter(member => group.has(member))]
  })
}

/** What is published stacks in no circle; one that did would end here all the same. */
function layerOf(seriesId: string, below: Links, above: readonly string[] = []): number {
  const lowers = (below.get(seriesId) ?? []).filter(lower => !above.includes(lower))
  return lowers.length === 0
    ? 0
    : 1 + Math.max(...lowers.map(lower => layerOf(lower, below, [...above, seriesId])))
}

function stateOf({ isHeld, isOffered, isMet, share }: Stacked): Stop['state'] {
  if (isHeld) return 'held'
  if (isOffered) return 'offered'
  if (isMet) return 'met'
  return share > 0 ? 'begun' : 'open'
}
