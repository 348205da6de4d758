import type { PartTyped } from './design-part-forms.server'
import { typedMinutes } from './minutes'
import type { Counting, Requirement } from './requirement'

/** A part as its form has it. */
export function typedPart(part: Requirement): Partial<PartTyped> {
  switch (part.kind) {
    case 'all':
    case 'any':
      return { kind: part.kind }
    case 'atLeast':
      return { kind: part.kind, minimum: String(part.count) }
    case 'minutes':
      return { kind: part.kind, hours: typedMinutes(part.minimum), ...typedCounting(part.counting) }
    case 'period':
      return { kind: part.kind, days: String(part.days), ...typedCounting(part.counting) }
    case 'credential':
      return { kind: part.kind, seriesId: part.seriesId }
    case 'waiver':
      return { kind: part.kind, key: part.key, label: part.label }
    case 'competency': {
      const { kind, competencyId, level, times, endorsers, by, counting } = part
      const figures = { level: String(level), times: String(times), endorsers: String(endorsers) }
      return { kind, competencyId, by, ...figures, ...typedCounting(counting) }
    }
    case 'breadth': {
      const { kind, frameworkId, level, minimum, counting } = part
      return { kind, frameworkId, level: String(level), minimum: String(minimum), ...typedCounting(counting) }
    }
    case 'endorsers':
      return {
        kind: part.kind, minimum: String(part.minimum), assurance: part.assurance, ...typedCounting(part.counting),
      }
    default:
      return { kind: part.kind, minimum: String(part.minimum), ...typedCounting(part.counting) }
  }
}

function typedCounting(counting: Counting = {}): Partial<PartTyped> {
  return counting
}
