import type { StudentStanding } from './cohort-standing'
import type { Change, Counted, Outcome } from './dry-run'

/** Where somebody is counted. */
export interface Place {
  faculty: string
  entryYear: string
}

interface Tried {
  met: number
  missing: Map<string, number>
}

const MOST_NAMES = 20

/** Figures that grow with every student, and nothing else of them but the first few who miss one thing. */
export class Count {
  students = 0
  readonly change: Change = { gained: 0, lost: 0, same: 0 }
  readonly closest: { id: string; path: string }[] = []
  private readonly versions: Tried[]
  private readonly cells = { faculty: new Map<string, Counted>(), entryYear: new Map<string, Counted>() }

  constructor(versions: number) {
    this.versions = Array.from({ length: versions }, () => ({ met: 0, missing: new Map() }))
  }

  /** How they stand before the version that is tried, and the one in force where there is one. */
  add({ studentId, standings }: StudentStanding, place: Place) {
    const [tried, inForce] = standings
    const [isMet, isMetInForce] = [tried?.met === true, inForce?.met === true]
    this.students++
    for (const [at, { met, only }] of standings.entries()) this.addTo(this.versions[at], met, only)
    if (isMet && isMetInForce) this.change.same++
    else if (isMet) this.change.gained++
    else if (isMetInForce) this.change.lost++
    for (const by of ['faculty', 'entryYear'] as const) this.addCell(by, place[by], isMet, isMetInForce)
    const path = tried?.only ?? null
    if (path !== null && this.closest.length < MOST_NAMES) this.closest.push({ id: studentId, path })
  }

  cellsBy(by: keyof Place): Counted[] {
    return [...this.cells[by].values()].sort((a, b) => a.name.localeCompare(b.name))
  }

  outcomeOf(version: number): Pick<Outcome, 'met' | 'missingOne'> {
    const { met = 0, missing = new Map<string, number>() } = this.versions[version] ?? {}
    const paths = [...missing].map(([path, students]) => ({ path, students }))
    return { met, missingOne: paths.sort((a, b) => b.students - a.students || a.path.localeCompare(b.path)) }
  }

  private addTo(tried: Tried | undefined, isMet: boolean, only: string | null) {
    if (!tried) return
    if (isMet) tried.met++
    if (only !== null) tried.missing.set(only, (tried.missing.get(only) ?? 0) + 1)
  }

  private addCell(by: keyof Place, name: string, isMet: boolean, isMetInForce: boolean) {
    const cell = this.cells[by].get(name) ?? { name, students: 0, met: 0, metInForce: 0 }
    cell.students++
    cell.met += Number(isMet)
    cell.metInForce += Number(isMetInForce)
    this.cells[by].set(name, cell)
  }
}
