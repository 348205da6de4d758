/** What a version would do to the real cohort. Figures only; whoever may see them gets some names. */
export interface DryRun {
  /** Everybody with approved work: so many were looked at. */
  students: number
  tried: Outcome
  /** The version in force, in the same pass; null where there is none, or it is the one that is tried. */
  inForce: Outcome | null
  change: Change | null
  byFaculty: Cell[]
  byEntryYear: Cell[]
  /** Some who miss one thing of what is tried, for those who may see students; null for all others. */
  closest: { id: string; name: string; path: string }[] | null
}

/** How far it has come. */
export interface Underway {
  /** So many students were looked at. */
  looked: number
}

export interface Outcome {
  programmeId: string
  version: number
  met: number
  /** Who misses one leaf, by the way to it: the most frequent first. */
  missingOne: { path: string; students: number }[]
}

export interface Change {
  gained: number
  lost: number
  /** Earn it by both. */
  same: number
}

/** A faculty or an entry year; the name is empty for whoever is not enrolled. Null where it would tell of too few. */
export interface Cell {
  name: string
  students: number | null
  met: number | null
  metInForce: number | null
}

/** A cell as it was counted. */
export interface Counted {
  name: string
  students: number
  met: number
  metInForce: number
}

/** Fewer people than these are nobody's statistics. */
export const FEWEST = 10

/**
 * Takes away what tells of one to nine people, those that meet it or those that do not, and as much more as keeps
 * it from being reckoned back from the sums.
 */
export function hideFew(cells: readonly Counted[]): Cell[] {
  const small = hidden(
    cells.map(cell => cell.students),
    cells.map(cell => isFew(cell.students)),
  )
  const first = hidden(
    cells.map(cell => cell.met),
    cells.map((cell, at) => small[at] === true || tells(cell, cell.met)),
  )
  const second = hidden(
    cells.map(cell => cell.metInForce),
    cells.map((cell, at) => small[at] === true || tells(cell, cell.metInForce)),
  )
  return cells.map((cell, at) => ({
    name: cell.name,
    students: small[at] ? null : cell.students,
    met: first[at] ? null : cell.met,
    metInForce: second[at] ? null : cell.metInForce,
  }))
}

const isFew = (people: number) => people > 0 && people < FEWEST
const tells = ({ students }: Counted, met: number) => isFew(met) || isFew(students - met)

/** With what is hidden, the smallest others: one alone would be the sum less the rest, and so would few together. */
function hidden(values: readonly number[], few: readonly boolean[]): boolean[] {
  const isHidden = [...few]
  if (!isHidden.includes(true)) return isHidden
  const others = values.map((value, at) => ({ value, at })).filter(({ at }) => !isHidden[at])
  const inOrder = others.sort((a, b) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value)
  const isSafe = () => {
    const together = values.filter((_, at) => isHidden[at])
    return together.length > 1 && together.reduce((sum, value) => sum + value, 0) >= FEWEST
  }
  for (const { at } of inOrder) {
    if (isSafe()) break
    isHidden[at] = true
  }
  return isHidden
}
