import { share } from './aim'
import type { Measured } from './measure'
import { isGroup } from './requirement'

/** A leaf that is missing: the way to it, and what it is measured at. */
export interface Lack {
  path: string
  measured: Measured
}

/** The fewest leaves that would make all of it met; nothing when it is. Of ways equally short, the nearest. */
export function lacking(measured: Measured, path = ''): Lack[] {
  if (measured.met) return []
  const { requirement, of } = measured
  if (!isGroup(requirement)) return [{ path, measured }]
  const open = of.flatMap((part, at) => {
    const lacks = lacking(part, path ? `${path}.${at}` : String(at))
    return part.met ? [] : [{ lacks, share: share(part) }]
  })
  // A group that asks for more parts than it has lacks what no part can give.
  if (open.length === 0) return [{ path, measured }]
  if (requirement.kind === 'all') return open.flatMap(({ lacks }) => lacks)
  const inOrder = open.sort((a, b) => a.lacks.length - b.lacks.length || b.share - a.share)
  return inOrder.slice(0, measured.need - measured.have).flatMap(({ lacks }) => lacks)
}
